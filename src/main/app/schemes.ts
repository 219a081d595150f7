import { protocol } from 'electron'
import { readVersion } from '../repo/publish/read-version.ts'
import type { Previews } from '../site/previews.ts'
import { answerMedia, largest, type MediaSource } from './media-protocol.ts'
import { answerPreview } from './preview-protocol.ts'
import type { SiteWindows } from './site-windows.ts'

/** Tells Chromium about our own schemes; only possible before the app is ready. None may get around its policy. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
    { scheme: 'preview', privileges: { standard: true, secure: true } },
    { scheme: 'media', privileges: { standard: true, secure: true, stream: true } },
  ])
}

export interface ProtocolOptions {
  /** Answers requests for our own user interface. */
  answerUi(request: Request): Promise<Response>
  readonly windows: SiteWindows
  readonly previews: Previews
  /** A small picture of an image; null where none can be made. */
  thumbnailOf: MediaSource['thumbnailOf']
}

/** Answers our own schemes, once the app is ready. */
export function serveProtocols(options: ProtocolOptions): void {
  const { answerUi, windows, previews, thumbnailOf } = options
  protocol.handle('app', answerUi)
  protocol.handle('preview', (request) => answerPreview(request, previews))
  protocol.handle('media', (request) =>
    answerMedia(request, {
      siteOf: (id) => windows.siteOf(id),
      thumbnailOf,
      readVersion: async (site, path, version) =>
        version === 'published'
          ? site.files.published(path)
          : readVersion(site.root, { path, commit: version, largest }),
    }),
  )
}
