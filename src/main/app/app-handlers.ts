import { join } from 'node:path'
import { app, clipboard, dialog, shell } from 'electron'
import type { AppState, FolderChoice } from '../../shared/ipc/app-calls.ts'
import { AppError } from '../../shared/ipc/app-error.ts'
import type { Handlers } from '../../shared/ipc/contract.ts'
import type { CallContext } from '../lib/call-context.ts'
import type { Log } from '../lib/log.ts'
import { siteOf } from '../lib/site-of.ts'
import { topOf } from '../repo/audit.ts'
import type { Closing } from './closing.ts'
import { externalAddress } from './external-address.ts'
import { createGrants, type Grants } from './grants.ts'
import type { RecentSites } from './recent-sites.ts'
import { newFolderIn, type SiteSources } from './site-sources.ts'
import type { SiteWindows } from './site-windows.ts'

type All = Handlers<CallContext>
export type AppHandlers = Pick<All, Extract<keyof All, `app.${string}`>>

export interface AppServices {
  readonly log: Log
  readonly windows: SiteWindows
  readonly recent: RecentSites
  readonly sources: SiteSources
  readonly closing: Closing
  onMenu(windowId: number, state: { readonly enabled: string[]; readonly checked: string[] }): void
}

/** Opens an address in the user's own browser or mail program, if it may leave Galley at all. */
export async function openExternal(address: string): Promise<void> {
  const allowed = externalAddress(address)
  if (allowed === null)
    throw new AppError(
      'refused',
      'Galley opens web addresses that begin with https:// and mail addresses, and this is neither.',
    )
  await shell.openExternal(allowed)
}

async function chooseFolder(
  { windows }: AppServices,
  context: CallContext,
  words: { readonly title: string; readonly buttonLabel: string },
): Promise<string | null> {
  const { window } = windows.of(context.windowId)
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    ...words,
    properties: ['openDirectory', 'createDirectory'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

type OpeningHandlers = Pick<
  AppHandlers,
  | 'app.openRecent'
  | 'app.openSample'
  | 'app.openFolder'
  | 'app.startRepository'
  | 'app.recentSites'
  | 'app.forgetRecent'
  | 'app.closeSite'
>

function openingHandlers(services: AppServices, grants: Grants): OpeningHandlers {
  const { windows, recent, sources } = services
  return {
    'app.recentSites': async () => [...recent.list()],
    'app.forgetRecent': ({ id }) => recent.forget(id),
    async 'app.openRecent'({ id }, { windowId }) {
      const folder = recent.folderOf(id)
      if (folder === null)
        throw new AppError('not-found', 'That site is not in the list any more. Open its folder.')
      return windows.open(windowId, { folder })
    },
    async 'app.openSample'({ fresh }, { windowId }) {
      const freed = fresh ? await windows.release((session) => session.info.sample) : null
      const folder = await sources.sample(fresh)
      return windows.open(freed ?? windowId, { folder, sample: true })
    },
    async 'app.openFolder'(_input, context): Promise<FolderChoice> {
      const folder = await chooseFolder(services, context, {
        title: 'Open a site',
        buttonLabel: 'Open',
      })
      if (folder === null) return { kind: 'cancelled' }
      if ((await topOf(folder)) === null)
        return { kind: 'no-repository', token: grants.give(folder), folder }
      return { kind: 'opened', site: await windows.open(context.windowId, { folder }) }
    },
    async 'app.startRepository'({ token }, { windowId }) {
      const folder = await sources.startRepository(grants.folderOf(token))
      return windows.open(windowId, { folder })
    },
    'app.closeSite': (_input, { windowId }) => windows.closeSite(windowId),
  }
}

type CloneHandlers = Pick<
  AppHandlers,
  'app.chooseCloneFolder' | 'app.defaultCloneFolder' | 'app.clone' | 'app.cancelTask'
>

function cloneHandlers(services: AppServices, grants: Grants): CloneHandlers {
  const { windows, sources } = services
  const tasks = new Map<string, AbortController>()
  return {
    async 'app.chooseCloneFolder'(_input, context) {
      const folder = await chooseFolder(services, context, {
        title: 'Where to keep the site',
        buttonLabel: 'Choose',
      })
      return folder === null ? null : { token: grants.give(folder), folder }
    },
    async 'app.defaultCloneFolder'() {
      const folder = join(app.getPath('documents'), 'Galley')
      return { token: grants.give(folder), folder }
    },
    async 'app.clone'({ url, token, name, task }, { windowId, announce }) {
      const folder = await newFolderIn(grants.folderOf(token), name)
      const abort = new AbortController()
      tasks.set(task, abort)
      try {
        const top = await sources.clone({
          url,
          folder,
          signal: abort.signal,
          progress: (done, total, words) => announce('task.progress', { task, done, total, words }),
        })
        return await windows.open(windowId, { folder: top })
      } finally {
        tasks.delete(task)
      }
    },
    async 'app.cancelTask'({ task }) {
      tasks.get(task)?.abort()
    },
  }
}

const platforms: Readonly<Record<string, AppState['platform']>> = {
  darwin: 'darwin',
  win32: 'win32',
}

export function createAppHandlers(services: AppServices): AppHandlers {
  const { windows, log, closing, onMenu } = services
  const grants = createGrants()
  return {
    ...openingHandlers(services, grants),
    ...cloneHandlers(services, grants),
    async 'app.state'(_input, { windowId }) {
      const entry = windows.of(windowId)
      // A site named on the command line opens while the page loads; its window need not show the welcome first.
      await entry.opening
      const { problem } = entry
      entry.problem = null
      return {
        version: app.getVersion(),
        platform: platforms[process.platform] ?? 'linux',
        site: entry.session?.info ?? null,
        problem,
      }
    },
    'app.openExternal': ({ url }) => openExternal(url),
    async 'app.showInFolder'({ path }, context) {
      const site = siteOf(context)
      const place = path === null ? site.root : await site.files.locate(path)
      if (place === null)
        throw new AppError('not-found', 'That file is kept in the site, but not as a file here.')
      shell.showItemInFolder(place)
    },
    'app.readyToClose': async (_input, { windowId }) => closing.ready(windowId),
    'app.menu': async (state, { windowId }) => onMenu(windowId, state),
    'app.showLog': async () => shell.showItemInFolder(log.file),
    'app.paste': async ({ plain }, { windowId }) => {
      const { webContents } = windows.of(windowId).window
      if (plain) webContents.pasteAndMatchStyle()
      else webContents.paste()
    },
    'app.copyText': async ({ text }) => clipboard.writeText(text),
  }
}
