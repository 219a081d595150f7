import { setTimeout as pause } from 'node:timers/promises'
import { publishEvent } from '../ipc/publish-event.ts'
import type { Log } from '../lib/log.ts'
import type { SiteWindow } from './site-windows.ts'

/** How long a page may take to save what is open; the journal has all but the last second of it anyway. */
const patience = 5000
/** What Chromium gets to write the few lines that a page keeps. */
const keeping = 100

/** Lets windows close only when what is open in them is safe. */
export interface Closing {
  guard(site: SiteWindow): void
  /** The page in this window has saved everything. */
  ready(windowId: number): void
}

export interface ClosingOptions {
  readonly log: Log
  closeSite(windowId: number): Promise<void>
}

export function createClosing({ log, closeSite }: ClosingOptions): Closing {
  const waiting = new Map<number, () => void>()

  async function settle({ window, session }: SiteWindow): Promise<void> {
    const { id, webContents } = window
    const late = pause(patience).then(() => log.error('A page did not save in time for closing'))
    // Chromium writes what a page keeps (its tabs, its panels) some seconds later, and not at all when it ends before;
    // it does not say when it has. The site stays open meanwhile: the page may still draw its pictures.
    webContents.session.flushStorageData()
    const kept = pause(keeping)
    if (session && !webContents.isCrashed() && !webContents.isLoading()) {
      const answered = new Promise<void>((resolve) => waiting.set(id, resolve))
      publishEvent(webContents, 'window.closing', {})
      await Promise.race([answered, late])
    }
    await kept
    const closed = closeSite(id).catch((error: unknown) => log.error('Closing a site', error))
    await Promise.race([closed, pause(patience)])
    waiting.delete(id)
  }

  return {
    guard(site) {
      let closing = false
      site.window.on('close', (event) => {
        event.preventDefault()
        if (closing) return
        closing = true
        settle(site)
          .catch((error: unknown) => log.error('Closing a window', error))
          .finally(() => site.window.destroy())
      })
    },
    ready: (windowId) => waiting.get(windowId)?.(),
  }
}
