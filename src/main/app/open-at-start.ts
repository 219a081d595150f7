import { resolve } from 'node:path'
import { app } from 'electron'
import { z } from 'zod'
import { AppError } from '../../shared/ipc/app-error.ts'
import type { Log } from '../lib/log.ts'
import type { LaunchOptions } from './launch-options.ts'
import type { LaunchMessage } from './prepare-process.ts'
import type { SiteSources } from './site-sources.ts'
import type { SiteWindow, SiteWindows } from './site-windows.ts'

export interface Opener {
  readonly log: Log
  readonly windows: SiteWindows
  readonly sources: SiteSources
  /** Settles when the first page has what it needs to start. */
  readonly pageHasScript: Promise<void>
}

const launchMessage = z.object({
  folder: z.string().max(32_768).nullable(),
  sample: z.boolean(),
  cwd: z.string().max(32_768),
})

/** Opens what a command line asked for in this window; the page shows why where that fails. */
async function openAsked(asked: LaunchMessage, site: SiteWindow, opener: Opener): Promise<void> {
  const { windows, sources, log } = opener
  const { id } = site.window
  try {
    if (asked.folder !== null) await windows.open(id, { folder: resolve(asked.cwd, asked.folder) })
    else await windows.open(id, { folder: await sources.sample(false), sample: true })
  } catch (error) {
    log.error('The site asked for could not be opened', error)
    site.problem =
      error instanceof AppError ? error.message : 'The site asked for could not be opened.'
  }
}

function openFor(asked: LaunchMessage, opener: Opener): void {
  const { windows } = opener
  if (asked.folder === null && !asked.sample) {
    const shown = windows.focused()
    if (shown) windows.focus(shown)
    else windows.openWindow()
    return
  }
  const waiting = windows.empty()
  const site = waiting ?? windows.openWindow()
  site.opening = opener.pageHasScript
    .then(() => openAsked(asked, site, opener))
    .then(() => {
      // The site was open already and its window has come to the front: a new one has nothing to show.
      const idle = waiting === null && site.session === null && site.problem === null
      if (idle && windows.all().length > 1) site.window.close()
    })
}

/** Opens the first window and what the command line names, and later what further launches name. */
export function openAtStart(launch: LaunchOptions, opener: Opener): void {
  openFor({ ...launch, cwd: process.cwd() }, opener)
  app.on('second-instance', (_event, _argv, _cwd, data) => {
    const message = launchMessage.safeParse(data)
    openFor(message.success ? message.data : { folder: null, sample: false, cwd: '' }, opener)
  })
}
