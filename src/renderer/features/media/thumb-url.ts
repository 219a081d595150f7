import type { MediaFile } from '../../../shared/ipc/media-calls.ts'

/** Small ones are shown from the middle size as well: the decoding is what takes time, not the size. */
export type ThumbWidth = 320 | 640

/** The size that is sharp on this screen for a picture about 280 pixels wide. */
export const previewWidth = (): ThumbWidth => (window.devicePixelRatio > 1.2 ? 640 : 320)

/** Which file it is and how it is now: something else once the file has changed. */
export const versionOf = ({ path, bytes, modified }: MediaFile): string =>
  `${path}?v=${modified ?? 0}-${bytes}`

const encoded = (path: string) => path.split('/').map(encodeURIComponent).join('/')

/** Where the app serves a file itself; the version keeps an old one from being shown. */
export const fileUrl = (siteId: string, { path, bytes, modified }: MediaFile): string =>
  `media://${siteId}/${encoded(path)}?v=${modified ?? 0}-${bytes}`

/** Where the app serves a small picture of a file; the version keeps an old one from being shown. */
export function thumbUrl(siteId: string, file: MediaFile, width: ThumbWidth): string {
  const version = `v=${file.modified ?? 0}-${file.bytes}`
  return `media://${siteId}/@thumb-${width}/${encoded(file.path)}?${version}`
}
