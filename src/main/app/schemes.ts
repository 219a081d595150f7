import { protocol } from 'electron'
import { readVersion } from '../repo/publish/read-version.ts'
import { answerMedia, largest, type MediaSource } from './media-protocol.ts'
import type { SiteWindows } from './site-windows.ts'

/** Tells Chromium about our own schemes; only possible before the app is ready. Neither may get around its policy. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
    { scheme: 'media', privileges: { standard: true, secure: true, stream: true } },
  ])
}

export interface ProtocolOptions {
  /** Answers requests for our own user interface. */
  answerUi(request: Request): Promise<Response>
  readonly windows: SiteWindows
  /** A small picture of an image; null where none can be made. */
  thumbnailOf: MediaSource['thumbnailOf']
}

/** Answers our own schemes, once the app is ready. */
export function serveProtocols({ answerUi, windows, thumbnailOf }: ProtocolOptions): void {
  protocol.handle('app', answerUi)
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
