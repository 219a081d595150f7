import { join } from 'node:path'
import { app, ipcMain } from 'electron'
import { createAppHandlers, openExternal } from './app/app-handlers.ts'
import { chooseFiles } from './app/choose-files.ts'
import { watchFirstScript } from './app/first-script.ts'
import { createImages } from './app/images.ts'
import { launchOptions } from './app/launch-options.ts'
import { lockEverything } from './app/locks.ts'
import { openAtStart } from './app/open-at-start.ts'
import { prepareProcess } from './app/prepare-process.ts'
import { serveProtocols } from './app/schemes.ts'
import { applyTheme, createShell } from './app/shell.ts'
import { createSources } from './app/site-sources.ts'
import { answerUi } from './app/ui-protocol.ts'
import { lazyHandlers } from './ipc/lazy-handlers.ts'
import { registerCalls } from './ipc/register-calls.ts'
import { createLog } from './lib/log.ts'
import { createAllPublishing } from './publish/all-publishing.ts'
import { createSettingsHandlers } from './settings/settings-handlers.ts'
import { openSettings } from './settings/settings-store.ts'
import { createPreviews } from './site/previews.ts'

type AnswerUi = (request: Request) => Promise<Response>

/** Where the user interface comes from: what was built, or the development server. */
function userInterface(server: string | null): AnswerUi {
  if (import.meta.env.DEV && server !== null)
    return async (request) =>
      (await import('./app/dev-server.ts')).answerFromDevServer(request, server)
  return (request) => answerUi(request, join(__dirname, '../renderer'))
}

/** The composition root: makes the parts, hands them to each other, opens the first window. */
async function start(): Promise<void> {
  const profileDir = app.getPath('userData')
  const log = createLog(join(profileDir, 'logs', 'galley.log'))
  const launch = launchOptions(process.argv, app.isPackaged)
  if (!prepareProcess(launch, log)) return
  const server = import.meta.env.DEV ? (process.env.ELECTRON_RENDERER_URL ?? null) : null
  lockEverything(app, {
    log,
    ...(server === null
      ? {}
      : { alsoAllowed: (url) => url.startsWith(server.replace('http', 'ws')) }),
    openExternal: (url) => {
      openExternal(url).catch(() => log.info('refused to open an address outside Galley'))
    },
  })
  const settings = openSettings(join(profileDir, 'settings.json'), log)
  await app.whenReady()
  applyTheme(settings.get())

  const publishing = createAllPublishing()
  const shell = createShell({
    log,
    profileDir,
    preload: join(__dirname, '../preload/index.js'),
    address: 'app://main/index.html',
    async openSession({ folder, sample }) {
      const { openSite } = await import('./repo/open-site.ts')
      return openSite(folder, { profileDir, ...(sample === undefined ? {} : { sample }) })
    },
    onOpened: publishing.opened,
    onClosing: publishing.closing,
  })
  const images = createImages(join(__dirname, 'image-worker.js'))
  const previews = createPreviews()
  const page = watchFirstScript(userInterface(server))
  serveProtocols({
    answerUi: page.answer,
    windows: shell.windows,
    previews,
    thumbnailOf: images.thumbnailOf,
  })
  const sources = createSources(profileDir)
  const { windows, menu } = shell
  registerCalls(
    ipcMain,
    {
      ...createAppHandlers({
        ...shell,
        log,
        sources,
        onMenu: (windowId, state) => menu.update(windowId, state),
      }),
      ...createSettingsHandlers(settings, (next) => {
        applyTheme(next)
        windows.announceAll('settings.changed', next)
      }),
      ...lazyHandlers('pages', async () => {
        const { createPageHandlers } = await import('./pages/page-handlers.ts')
        return createPageHandlers()
      }),
      ...lazyHandlers('site', async () => {
        const { createSiteHandlers } = await import('./site/site-handlers.ts')
        const { marksOf } = await import('./publish/publish-handlers.ts')
        return createSiteHandlers({
          previews,
          marksOf: async (site) => {
            const open = publishing.ofSite(site)
            return open ? marksOf(open) : {}
          },
        })
      }),
      ...lazyHandlers('media', async () => {
        const { createMediaHandlers } = await import('./assets/media-handlers.ts')
        return createMediaHandlers({
          engine: await images.engine(),
          chooseFiles: (windowId, multiple) => chooseFiles(windows, windowId, multiple),
        })
      }),
      ...lazyHandlers('publish', async () => {
        const { createPublishHandlers } = await import('./publish/publish-handlers.ts')
        return createPublishHandlers({
          publishingOf: publishing.ofContext,
          identity: () => settings.get().identity,
        })
      }),
    },
    { log, contextOf: (sender) => windows.contextOf(sender) },
  )
  openAtStart(launch, { ...shell, log, sources, pageHasScript: page.fetched })
}

start().catch((error: unknown) => {
  console.error(error)
  app.exit(1)
})
