import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, stat, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RepoPath } from '../../shared/domain/repo-path.ts'
import { temporaryBeside } from '../repo/atomic-write.ts'
import type { SiteSession } from '../repo/site-session.ts'
import type { ImageEngine } from './image-engine.ts'

/** Small pictures of a site's images, made when they are first looked at and kept outside the site. */
export interface Thumbnails {
  /** A WebP at most `width` pixels wide and high; null where none can be made. */
  of(site: SiteSession, path: RepoPath, width: number): Promise<Uint8Array | null>
}

/** Photos and large drawings that nobody should wait for. */
const mostBytes = 96 * 1024 * 1024
const mostKept = 30_000

/** Names a thumbnail by what it shows: the file's place, size and time. */
async function nameOf(site: SiteSession, path: RepoPath, width: number): Promise<string | null> {
  const place = await site.files.locate(path)
  if (place === null) return null
  const { size, mtimeMs } = await stat(place)
  if (size > mostBytes) return null
  const key = createHash('sha256').update(`${path}\n${size}\n${mtimeMs}`).digest('hex')
  return `${key.slice(0, 40)}-${width}.webp`
}

async function prune(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [] as string[])
  if (names.length <= mostKept) return
  const aged = await Promise.all(
    names.map(async (name) => {
      const stats = await stat(join(folder, name)).catch(() => null)
      return [stats?.mtimeMs ?? 0, name] as const
    }),
  )
  aged.sort(([one], [two]) => one - two)
  for (const [, name] of aged.slice(0, names.length - mostKept))
    await unlink(join(folder, name)).catch(() => undefined)
}

/** Not forced to the disk, which forty in a row would wait for: one that a power cut left torn is seen to be. */
async function keep(file: string, small: Uint8Array): Promise<void> {
  const unfinished = temporaryBeside(file)
  await writeFile(unfinished, small)
  await rename(unfinished, file)
}

/** A WebP says how long it is (RIFF). */
const isWhole = (webp: Buffer): boolean =>
  webp.length > 12 && webp.readUInt32LE(4) + 8 === webp.length

export function createThumbnails(engine: ImageEngine): Thumbnails {
  const making = new Map<string, Promise<Uint8Array | null>>()
  const pruned = new Set<string>()

  async function make(
    site: SiteSession,
    path: RepoPath,
    { file, width }: { file: string; width: number },
  ) {
    const { bytes } = await site.files.read(path)
    const { bytes: small } = await engine.run({ kind: 'thumbnail', bytes, width })
    // Without a disk to keep it, it is made again the next time.
    if (small) await keep(file, small).catch(() => undefined)
    return small
  }

  return {
    async of(site, path, width) {
      const name = await nameOf(site, path, width).catch(() => null)
      if (name === null) return null
      const folder = join(site.stateDir, 'thumbnails')
      const file = join(folder, name)
      const kept = await readFile(file).catch(() => null)
      if (kept && isWhole(kept)) return kept
      if (!pruned.has(folder)) {
        pruned.add(folder)
        await mkdir(folder, { recursive: true }).catch(() => undefined)
        void prune(folder)
      }
      const running =
        making.get(file) ??
        make(site, path, { file, width })
          .catch(() => null)
          .finally(() => making.delete(file))
      making.set(file, running)
      return running
    },
  }
}
