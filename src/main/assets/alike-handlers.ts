import { groupsAlike } from '../../shared/domain/assets/look-alike.ts'
import type { MediaAlike } from '../../shared/ipc/media-calls.ts'
import type { ImageEngine } from './image-engine.ts'
import { mediaAmong, type SiteMedia } from './site-media.ts'

/** Groups of images that look alike, without those whose files are the same byte for byte: these are duplicates. */
export async function imagesAlike(
  media: SiteMedia,
  engine: ImageEngine,
  progress: (done: number, total: number) => void,
): Promise<MediaAlike> {
  const { site } = media
  const images = mediaAmong(await site.files.list(), site).filter(({ kind }) => kind === 'image')
  const byPath = new Map(images.map((image) => [image.path, image]))
  const looks = await media.looksOf(engine, images, progress)
  const groups: { paths: string[] }[] = []
  for (const paths of groupsAlike(looks)) {
    const files = paths.flatMap((path) => byPath.get(path) ?? [])
    const isOneSize = new Set(files.map(({ bytes }) => bytes)).size === 1
    const hashes = isOneSize ? await Promise.all(files.map(media.hashOf)) : []
    if (!isOneSize || new Set(hashes).size > 1) groups.push({ paths: [...paths] })
  }
  return { groups, compared: looks.size }
}
