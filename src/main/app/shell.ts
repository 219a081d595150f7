import { join } from 'node:path'
import { app, nativeTheme } from 'electron'
import type { Settings } from '../../shared/ipc/settings-calls.ts'
import { publishEvent } from '../ipc/publish-event.ts'
import type { CallContext } from '../lib/call-context.ts'
import type { Log } from '../lib/log.ts'
import type { SiteSession } from '../repo/site-session.ts'
import { type ApplicationMenu, createApplicationMenu } from './application-menu.ts'
import { type Closing, createClosing } from './closing.ts'
import { containCrashes } from './crash-containment.ts'
import { createWindow } from './create-window.ts'
import { openRecentSites, type RecentSites } from './recent-sites.ts'
import { type SiteToOpen, SiteWindows } from './site-windows.ts'
import { openWindowBounds } from './window-bounds.ts'

/** What the shell needs of the rest of the app. */
export interface ShellOptions {
  readonly log: Log
  /** The profile folder. */
  readonly profileDir: string
  readonly preload: string
  /** Where the user interface is loaded from. */
  readonly address: string
  openSession(site: SiteToOpen): Promise<SiteSession>
  onOpened(session: SiteSession, announce: CallContext['announce']): void
  onClosing(session: SiteSession): Promise<void>
}

/** Windows, menu and what belongs to them. */
export interface Shell {
  readonly windows: SiteWindows
  readonly recent: RecentSites
  readonly closing: Closing
  readonly menu: ApplicationMenu
}

/** Makes the shell; the app must be ready. No window is open yet. */
export function createShell(options: ShellOptions): Shell {
  const { log, profileDir } = options
  const bounds = openWindowBounds(join(profileDir, 'window.json'), log)
  const recent = openRecentSites(join(profileDir, 'recent-sites.json'), log)

  const windows = new SiteWindows({
    makeWindow: () => createWindow(options.preload, bounds),
    openSession: options.openSession,
    onOpened(session, announce) {
      recent
        .remember(session.info, session.root)
        .catch((error: unknown) => log.error('The list of recent sites could not be kept', error))
      options.onOpened(session, announce)
    },
    onClosing: options.onClosing,
    onWindow(site) {
      const { id } = site.window
      closing.guard(site)
      containCrashes(site, log)
      site.window.on('focus', () => menu.show(id))
      site.window.on('closed', () => menu.forget(id))
      site.window
        .loadURL(options.address)
        .catch((error: unknown) => log.error('The user interface could not be loaded', error))
    },
  })
  const closing = createClosing({ log, closeSite: (id) => windows.closeSite(id) })
  const menu = createApplicationMenu({
    platform: process.platform,
    developer: !app.isPackaged,
    run(id) {
      const target = windows.focused()
      if (target) publishEvent(target.window.webContents, 'command.run', { id })
    },
  })
  let quitting = false
  app.on('before-quit', () => {
    quitting = true
  })
  app.on('window-all-closed', () => {
    // On macOS an app stays without windows; closing them one by one also holds up the quitting, so it is asked again.
    if (process.platform === 'darwin' && !quitting) return
    const quit = (): void => app.quit()
    bounds.idle().then(quit, quit)
  })
  app.on('activate', () => {
    if (windows.all().length === 0) windows.openWindow()
  })
  return { windows, recent, closing, menu }
}

/** Applies a theme to everything the page does not draw: frame, menus, dialogs, the ground of new windows. */
export function applyTheme({ theme }: Settings): void {
  nativeTheme.themeSource = theme
}
