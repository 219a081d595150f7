import { typeOfPath } from '../../shared/domain/assets/asset-types.ts'
import { pathSuggester } from '../../shared/domain/assets/suggest-path.ts'
import { usePlace } from '../../shared/domain/assets/use-place.ts'
import { nameOf, type RepoPath } from '../../shared/domain/repo-path.ts'
import { classifyPath } from '../../shared/domain/site/classify-path.ts'
import type { ImageUse, MediaFile, MediaReport, MediaUse } from '../../shared/ipc/media-calls.ts'
import { type MediaEntry, mediaAmong, type SiteMedia } from './site-media.ts'
import type { ResolvedText } from './site-references.ts'

/** Every image and document of a site. */
export async function listMedia({ site, measures }: SiteMedia): Promise<MediaFile[]> {
  const listed = await site.files.list()
  return mediaAmong(listed, site).map((file) => {
    const measure = measures.recall(file)
    const { path, kind, bytes, changedMs } = file
    return {
      path,
      kind,
      bytes,
      width: measure?.width ?? null,
      height: measure?.height ?? null,
      modified: changedMs > 0 ? Math.round(changedMs) : null,
      type: typeOfPath(path),
    }
  })
}

/** Which texts use a file, and where. */
export async function usesOf(media: SiteMedia, path: RepoPath) {
  const { texts } = await media.resolved()
  const { profile } = media.site.info
  const name = nameOf(path)
  const uses = texts.flatMap(({ text, references, names }): MediaUse[] => {
    const own = references.filter((reference) => reference.path === path)
    const { path: page, title, front } = text
    if (own.length === 0)
      return names.has(name) ? [{ path: page, title, count: 1, where: [], sure: false }] : []
    const kind = classifyPath(page, profile)
    const where = new Set(own.map(({ start }) => usePlace(page, kind, { at: start, front })))
    return [{ path: page, title, count: own.length, where: [...where], sure: true }]
  })
  return { uses, searched: texts.length }
}

/** The images that pages show, with the files they lead to. */
function imageUses(texts: readonly ResolvedText[]): readonly ImageUse[] {
  return texts.flatMap(({ text, references }) =>
    text.images.map(({ at, src, srcAt, alt }): ImageUse => {
      const target = references.find(
        ({ start, end }) => start >= srcAt && end <= srcAt + src.length,
      )
      return { page: text.path, title: text.title, at, src, path: target?.path ?? null, alt }
    }),
  )
}

/** Images in pages with their alt texts; only of some files, where given. */
export async function altsOf(
  media: SiteMedia,
  paths: readonly RepoPath[] | null,
): Promise<ImageUse[]> {
  const { texts } = await media.resolved()
  const wanted = paths && new Set(paths)
  return imageUses(texts).filter(({ path }) => !wanted || (path !== null && wanted.has(path)))
}

const wideImage = 2560
const heavyImage = 500_000
const heavyDocument = 5 * 1024 * 1024

const inWords = (bytes: number) =>
  bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.round(bytes / 1000)} kB`

async function tooBig({ measures }: SiteMedia, entries: readonly MediaEntry[]) {
  const images = entries.filter(({ kind }) => kind === 'image')
  const sizes = new Map((await measures.measure(images)).map((one) => [one.path, one]))
  return entries.flatMap(({ path, bytes, kind }) => {
    const { width = null, height = null } = sizes.get(path) ?? {}
    const reasons = [
      kind === 'image' && bytes > heavyImage ? inWords(bytes) : null,
      kind === 'document' && bytes > heavyDocument ? inWords(bytes) : null,
      Math.max(width ?? 0, height ?? 0) > wideImage ? `${width} × ${height} pixels` : null,
    ].filter((reason) => reason !== null)
    return reasons.length === 0 ? [] : [{ path, bytes, width, height, words: reasons.join(', ') }]
  })
}

/** Files of one size are read and compared by their hash. */
async function duplicates({ hashOf }: SiteMedia, entries: readonly MediaEntry[]) {
  const bySize = new Map<number, MediaEntry[]>()
  for (const entry of entries)
    if (entry.bytes > 0) bySize.set(entry.bytes, [...(bySize.get(entry.bytes) ?? []), entry])
  const groups = new Map<string, { paths: RepoPath[]; bytes: number }>()
  for (const same of bySize.values()) {
    if (same.length < 2) continue
    for (const entry of same) {
      const key = await hashOf(entry)
      if (key === null) continue
      const { path, bytes } = entry
      const group = groups.get(key)
      if (group) group.paths.push(path)
      else groups.set(key, { paths: [path], bytes })
    }
  }
  return [...groups.values()].filter(({ paths }) => paths.length > 1)
}

/** An address as written around a place of a text that was not kept: what the mention's window still shows. */
function writtenAt({ mentions }: ResolvedText['text'], start: number, end: number): string {
  const mention = mentions.find(({ at, window }) => at <= start && at + window.length === end)
  return mention ? mention.window.slice(start - mention.at) : ''
}

/** Everything that is worth tidying up. */
export async function reportOn(media: SiteMedia): Promise<MediaReport> {
  const { index, texts } = await media.resolved()
  const entries = mediaAmong(index.listed, media.site)
  const used = new Set(texts.flatMap(({ references }) => references.map(({ path }) => path)))
  const names = new Set(texts.flatMap((text) => [...text.names]))
  const suggest = pathSuggester(entries.map(({ path }) => path))
  return {
    searched: texts.length,
    unused: entries
      .filter(({ path }) => !used.has(path))
      .map(({ path, bytes }) => ({ path, bytes, mentioned: names.has(nameOf(path)) })),
    missingAlt: imageUses(texts).filter(({ alt }) => alt === null),
    tooBig: await tooBig(media, entries),
    duplicates: await duplicates(media, entries),
    broken: texts.flatMap(({ text, broken }) =>
      broken.map(({ start, end, wanted }) => {
        const meant = suggest(wanted)
        return {
          page: text.path,
          title: text.title,
          at: start,
          src: writtenAt(text, start, end),
          wanted,
          suggestion: meant?.path ?? null,
          sure: meant?.sure ?? false,
        }
      }),
    ),
  }
}
