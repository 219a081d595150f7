import type { BrowserWindow, WebContents } from 'electron'
import type { SiteInfo } from '../../shared/ipc/app-calls.ts'
import { AppError } from '../../shared/ipc/app-error.ts'
import type { EventName, EventPayload } from '../../shared/ipc/contract.ts'
import { publishEvent } from '../ipc/publish-event.ts'
import type { CallContext } from '../lib/call-context.ts'
import type { SiteSession } from '../repo/site-session.ts'

/** One window and the site in it, if any. */
export interface SiteWindow {
  readonly window: BrowserWindow
  readonly session: SiteSession | null
  /** A sentence for the user about what went wrong before the page could be told. */
  problem: string | null
  /** Settles when a site that is being opened for this window is there, or has failed to open; never fails. */
  opening: Promise<void>
}

interface OpenWindow extends SiteWindow {
  session: SiteSession | null
  /** The site its page draws pictures of: the last one, also while that is being closed. */
  drawn: SiteSession | null
  stopWatching: () => void
}

export interface SiteWindowsOptions {
  makeWindow(): BrowserWindow
  openSession(site: SiteToOpen): Promise<SiteSession>
  /** Told about each new window, before anything is in it. */
  onWindow(site: SiteWindow): void
  /** Told about each site that was opened or is about to be closed. */
  onOpened(session: SiteSession, announce: CallContext['announce']): void
  onClosing(session: SiteSession): Promise<void>
}

export interface SiteToOpen {
  /** Absolute path of the site's top folder. */
  readonly folder: string
  readonly sample?: boolean
}

const nothing = (): void => undefined

/** All windows of the app. A site is open in one window at most, and a window shows one site at most. */
export class SiteWindows {
  readonly #windows = new Map<number, OpenWindow>()
  readonly #options: SiteWindowsOptions

  constructor(options: SiteWindowsOptions) {
    this.#options = options
  }

  openWindow(): SiteWindow {
    const window = this.#options.makeWindow()
    const { id } = window
    const entry: OpenWindow = {
      window,
      session: null,
      drawn: null,
      problem: null,
      opening: Promise.resolve(),
      stopWatching: nothing,
    }
    this.#windows.set(id, entry)
    window.on('closed', () => this.#windows.delete(id))
    this.#options.onWindow(entry)
    return entry
  }

  all(): readonly SiteWindow[] {
    return [...this.#windows.values()]
  }

  of(windowId: number): SiteWindow {
    return this.#entry(windowId)
  }

  /** The window in front, or the newest where none of ours is. */
  focused(): SiteWindow | null {
    return this.all().find(({ window }) => window.isFocused()) ?? this.all().at(-1) ?? null
  }

  /** A window without a site, for one that shall be opened. */
  empty(): SiteWindow | null {
    return this.all().find(({ session }) => session === null) ?? null
  }

  /** The site with this id that some page draws pictures of. */
  siteOf(id: string): SiteSession | null {
    const windows = [...this.#windows.values()]
    const sessions = windows.map(({ session }) => session)
    const drawn = windows.map((window) => window.drawn)
    return [...sessions, ...drawn].find((site) => site?.info.id === id) ?? null
  }

  focus({ window }: SiteWindow): void {
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  }

  /** Opens a site in the window given if that shows none, else in one of its own; one already open comes to the front. */
  async open(windowId: number, site: SiteToOpen): Promise<SiteInfo> {
    const session = await this.#options.openSession(site)
    const there = this.all().find((other) => other.session?.root === session.root)
    if (there?.session) {
      await session.close()
      this.focus(there)
      return there.session.info
    }
    const asked = this.#windows.get(windowId)
    const entry = asked?.session === null ? asked : this.#entry(this.openWindow().window.id)
    this.#attach(entry, session)
    return session.info
  }

  /** Back to the welcome screen. */
  async closeSite(windowId: number): Promise<void> {
    await this.#detach(this.#entry(windowId))
  }

  /** Closes the first site of which `isMeant` holds; the answer is the window it was in. */
  async release(isMeant: (session: SiteSession) => boolean): Promise<number | null> {
    const entry = [...this.#windows.values()].find(({ session }) => session && isMeant(session))
    if (!entry) return null
    await this.#detach(entry)
    return entry.window.id
  }

  /** What handlers learn about the window a request came from. */
  contextOf(contents: WebContents): CallContext | null {
    const entry = this.all().find(({ window }) => window.webContents === contents)
    if (!entry) return null
    return { windowId: entry.window.id, site: entry.session, announce: announcing(contents) }
  }

  announceAll<K extends EventName>(name: K, payload: EventPayload<K>): void {
    for (const { window } of this.all()) publishEvent(window.webContents, name, payload)
  }

  #entry(windowId: number): OpenWindow {
    const entry = this.#windows.get(windowId)
    if (!entry) throw new AppError('internal', 'This window is being closed.')
    return entry
  }

  #attach(entry: OpenWindow, session: SiteSession): void {
    const announce = announcing(entry.window.webContents)
    entry.session = session
    entry.drawn = session
    entry.problem = null
    entry.window.setTitle(`${session.info.name} - Galley`)
    entry.stopWatching = session.files.watch((paths, outside) =>
      announce('repo.changed', { paths: [...paths], outside }),
    )
    announce('site.opened', session.info)
    this.#options.onOpened(session, announce)
  }

  async #detach(entry: OpenWindow): Promise<void> {
    const { session } = entry
    if (!session) return
    entry.session = null
    entry.stopWatching()
    await this.#options.onClosing(session)
    await session.close()
    if (entry.window.isDestroyed()) return
    entry.window.setTitle('Galley')
    publishEvent(entry.window.webContents, 'site.opened', null)
  }
}

function announcing(contents: WebContents): CallContext['announce'] {
  return (name, payload) => publishEvent(contents, name, payload)
}
