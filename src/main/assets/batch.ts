import { pathKey, uniquePath } from '../../shared/domain/assets/asset-name.ts'
import type { FileChange } from '../../shared/domain/assets/plan-files.ts'
import type { RepoPath } from '../../shared/domain/repo-path.ts'
import { AppError } from '../../shared/ipc/app-error.ts'
import type { ImageEngine } from './image-engine.ts'
import { ImageProblem } from './image-problem.ts'
import type { SiteMedia } from './site-media.ts'
import type { Task } from './tasks.ts'

/** What a batch works with. */
export interface BatchParts {
  readonly media: SiteMedia
  readonly engine: ImageEngine
  readonly task: Task
  progress(done: number, total: number, words: string): void
}

/** Files at work at once: some are read or lie ready while others are in the decoders. */
const lanes = 4

export const wordsOf = (error: unknown): string => {
  if (error instanceof ImageProblem || error instanceof AppError) return error.message
  return 'Something unexpected went wrong with this file. It was left as it is.'
}

/** Runs `work` over all items, a few at once, until the user stops it. */
export async function each<T>(
  items: readonly T[],
  { task, progress }: BatchParts,
  work: (item: T, index: number) => Promise<string>,
): Promise<void> {
  let next = 0
  let done = 0
  const lane = async () => {
    for (;;) {
      await task.ready()
      const index = next++
      const item = items[index]
      if (item === undefined || task.stopped() !== null) return
      const words = await work(item, index)
      done += 1
      progress(done, items.length, words)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

/** A file with its new contents. */
export interface Converted extends FileChange {
  readonly before: number
}

/** Told before hours of work, not after them. */
export function requireUnlocked({ site }: SiteMedia): void {
  if (site.info.restriction) throw new AppError('restricted', site.info.restriction.reason)
}

/** The paths that are taken, as file systems compare them. */
export async function takenPaths(media: SiteMedia): Promise<Set<string>> {
  const { listed } = await media.index()
  return new Set(listed.map(({ path }) => pathKey(path)))
}

async function isFree(media: SiteMedia, path: RepoPath): Promise<boolean> {
  try {
    await media.site.files.readStart(path, 1)
    return false
  } catch (error) {
    // A folder that leads out of the site, say: no other name helps.
    if (!(error instanceof AppError) || error.code !== 'not-found') throw error
    return true
  }
}

/** The path, or one like it, that is free in the list and, for what came since, on the disk. */
export async function freePath(
  media: SiteMedia,
  wanted: RepoPath,
  taken: Set<string>,
): Promise<RepoPath> {
  for (;;) {
    const path = uniquePath(wanted, taken)
    if (await isFree(media, path)) return path
  }
}

/** What a finished batch came to. */
export function totalsOf(files: readonly Converted[]) {
  const done = files.map(({ from, to, before, content }) => ({
    from,
    path: to,
    before,
    after: content?.length ?? 0,
  }))
  return {
    done,
    bytesBefore: done.reduce((sum, { before }) => sum + before, 0),
    bytesAfter: done.reduce((sum, { after }) => sum + after, 0),
  }
}
