import { dialog } from 'electron'
import type { Log } from '../lib/log.ts'
import type { SiteWindow } from './site-windows.ts'

const sentence =
  'This window stopped working and was started again. What you typed is kept, save perhaps for the last second.'
/** A page that dies this often in a minute is not started again by itself. */
const mostInARow = 3

/** Starts a page that died again; main, the journal and the site's files are untouched by its death. */
export function containCrashes(site: SiteWindow, log: Log): void {
  const { window } = site
  const { webContents } = window
  let deaths: number[] = []

  async function askAndReload(): Promise<void> {
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      message: 'This window keeps stopping',
      detail: 'What you typed is kept on this computer. The log (Help menu) has details.',
      buttons: ['Start it again', 'Close'],
      cancelId: 1,
    })
    if (window.isDestroyed()) return
    if (response === 0) webContents.reload()
    else window.close()
  }

  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    log.error(`A page stopped: ${reason} (${exitCode})`)
    site.problem = sentence
    const now = Date.now()
    deaths = [...deaths.filter((time) => now - time < 60_000), now]
    if (deaths.length <= mostInARow) setImmediate(() => webContents.reload())
    else askAndReload().catch((error: unknown) => log.error('Asking after a crash', error))
  })
  webContents.on('unresponsive', () => log.error('A page does not answer'))
  webContents.on('preload-error', (_event, _path, error) => log.error('The preload script', error))
}
