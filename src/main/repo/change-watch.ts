import type { RepoPath } from '../../shared/domain/repo-path.ts'
import { type FolderWatcher, watchFolder } from './folder-watcher.ts'
import type { ListedFile } from './site-session.ts'

export interface ChangeWatchParts {
  readonly root: string
  /** Every file of the site, as it is now. */
  list(): Promise<readonly ListedFile[]>
  /** These files as they are now; gone ones are left out. */
  measure(paths: readonly RepoPath[]): Promise<readonly ListedFile[]>
  /** Whether what lies at a path is what Galley last wrote there (or removed). */
  isOurs(path: RepoPath): Promise<boolean>
  /** Paths that another program changed, made or removed. */
  onOutside(paths: readonly RepoPath[]): void
}

export interface ChangeWatch {
  /** Settles when the folder is watched. */
  readonly ready: Promise<void>
  /** Looks at everything now; resolves when what it found has been told. */
  rescan(): Promise<void>
  close(): Promise<void>
}

/** Quiet needed before looking, and the longest wait while changes keep coming. */
const quietMs = 80
const longestMs = 800
/** From here on one look at everything is cheaper than many at single files. */
const manyPaths = 500
/** How often to look where the system cannot watch. */
const pollMs = 10_000

type Known = ReadonlyMap<RepoPath, ListedFile>
const byPath = (files: readonly ListedFile[]) => new Map(files.map((file) => [file.path, file]))

function isSame(one: ListedFile | undefined, two: ListedFile | undefined): boolean {
  return one?.bytes === two?.bytes && one?.changedMs === two?.changedMs
}

function differences(before: Known, after: Known): readonly RepoPath[] {
  const changed = [...after.values()].filter((file) => !isSame(before.get(file.path), file))
  const gone = [...before.keys()].filter((path) => !after.has(path))
  return [...changed.map(({ path }) => path), ...gone]
}

/**
 * Notices what other programs do to a site's folder. Many changes in a row are told together; Galley's own are recognised by
 * their content and not told (who writes tells).
 */
export function watchChanges(parts: ChangeWatchParts): ChangeWatch {
  let known: Known | null = null
  let heard = new Set<RepoPath>()
  let everything = false
  let timer: NodeJS.Timeout | null = null
  let firstMs = 0
  let working: Promise<void> = Promise.resolve()
  let closed = false

  /** Looks at the paths heard of; null where only a look at everything can tell (new names may be ignored ones). */
  async function lookAt(paths: readonly RepoPath[], before: Known): Promise<Known | null> {
    if (everything || paths.length > manyPaths) return null
    if (paths.some((path) => !before.has(path))) return null
    const now = byPath(await parts.measure(paths))
    const after = new Map(before)
    for (const path of paths) {
      const file = now.get(path)
      if (file) after.set(path, file)
      else after.delete(path)
    }
    return after
  }

  async function outsideOf(paths: readonly RepoPath[]): Promise<readonly RepoPath[]> {
    const ours = await Promise.all(paths.map((path) => parts.isOurs(path)))
    return paths.filter((_, index) => !ours[index])
  }

  async function look(): Promise<void> {
    const paths = [...heard]
    heard = new Set()
    const before = known ?? byPath(await parts.list())
    const after = (await lookAt(paths, before)) ?? byPath(await parts.list())
    everything = false
    known = after
    const outside = await outsideOf(differences(before, after))
    if (outside.length > 0 && !closed) parts.onOutside(outside)
  }

  function lookInTurn(): Promise<void> {
    if (timer) clearTimeout(timer)
    timer = null
    // A look that fails (the folder is gone for a moment) is made up for by the next one.
    working = working.then(() => (closed ? undefined : look())).catch(() => undefined)
    return working
  }

  function hear(path: RepoPath | null): void {
    if (closed) return
    if (path === null) everything = true
    else heard.add(path)
    const nowMs = Date.now()
    if (timer) clearTimeout(timer)
    else firstMs = nowMs
    const waitMs = Math.max(0, Math.min(quietMs, firstMs + longestMs - nowMs))
    timer = setTimeout(() => void lookInTurn(), waitMs)
    timer.unref()
  }

  function rescan(): Promise<void> {
    everything = true
    return lookInTurn()
  }

  const watcher: FolderWatcher = watchFolder(parts.root, hear)
  const poll = setInterval(() => {
    if (!watcher.isComplete()) void rescan()
  }, pollMs)
  poll.unref()
  return {
    ready: Promise.all([lookInTurn(), watcher.ready]).then(rescan),
    rescan,
    async close() {
      closed = true
      if (timer) clearTimeout(timer)
      clearInterval(poll)
      watcher.close()
      await working
    },
  }
}
