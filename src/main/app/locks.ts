import type { App, Session, WebContents } from 'electron'
import type { Log } from '../lib/log.ts'

export interface LockOptions {
  readonly log: Log
  /** Addresses a page may load besides our own schemes; only the development server uses it. */
  readonly alsoAllowed?: (url: string) => boolean
  /** Asked for every link that wants a window of its own. */
  openExternal(url: string): void
}

const ownSchemes = new Set(['app:', 'media:', 'preview:', 'data:', 'blob:', 'devtools:'])

function schemeOf(url: string): string {
  return /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0].toLowerCase() ?? ''
}

/** Only writing plain text to the clipboard is allowed; Electron would grant everything else by default. */
const permitted = (permission: string): boolean => permission === 'clipboard-sanitized-write'

/** Closes a session: no permission, no device, no screen, no network. */
function lockSession(session: Session, { log, alsoAllowed }: LockOptions): void {
  session.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(permitted(permission)),
  )
  session.setPermissionCheckHandler((_contents, permission) => permitted(permission))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const cancel = !ownSchemes.has(schemeOf(url)) && alsoAllowed?.(url) !== true
    if (cancel) log.info(`refused to load ${url.slice(0, 200)}`)
    answer({ cancel })
  })
  session.on('will-download', (event) => event.preventDefault())
  for (const kind of ['select-hid-device', 'select-serial-port', 'select-usb-device'] as const)
    session.on(kind as 'select-hid-device', (event) => event.preventDefault())
}

function lockContents(contents: WebContents, { log, openExternal }: LockOptions): void {
  const deny = (event: { preventDefault(): void }, url: string): void => {
    event.preventDefault()
    log.info(`refused to go to ${url.slice(0, 200)}`)
  }
  contents.on('will-navigate', (event) => deny(event, event.url))
  contents.on('will-redirect', (event) => deny(event, event.url))
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame || schemeOf(event.url) !== 'preview:') deny(event, event.url)
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    openExternal(url)
    return { action: 'deny' }
  })
}

/** Locks every page that is ever made, so that a window somebody forgot about is locked too. */
export function lockEverything(app: App, options: LockOptions): void {
  const locked = new WeakSet<Session>()
  app.on('session-created', (session) => {
    locked.add(session)
    lockSession(session, options)
  })
  app.on('web-contents-created', (_event, contents) => {
    lockContents(contents, options)
    // The default session may be older than this listener.
    if (locked.has(contents.session)) return
    locked.add(contents.session)
    lockSession(contents.session, options)
  })
}
