import { type FSWatcher, watch } from 'node:fs'
import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { nameOf, type RepoPath } from '../../shared/domain/repo-path.ts'
import { isTemporaryName } from './atomic-write.ts'
import { isOpenFolder, walkFolder } from './file-list.ts'

export interface FolderWatcher {
  /** Settles when every folder is watched. */
  readonly ready: Promise<void>
  /** False where the system cannot watch (all) of it: someone has to look from time to time. */
  isComplete(): boolean
  close(): void
}

/** Told about a path at which something happened; null: it could be anywhere. */
export type PathListener = (path: RepoPath | null) => void

/** Whether changes there can be changes of content. */
function isWatched(path: RepoPath): boolean {
  if (isTemporaryName(nameOf(path))) return false
  for (let cut = path.length; cut > 0; cut = path.lastIndexOf('/', cut - 1)) {
    const part = path.slice(0, cut)
    if (!isOpenFolder(part, nameOf(part))) return false
  }
  return true
}

/** One watcher for the whole tree, where the system has such a thing. */
function watchTree(root: string, onPath: PathListener): FolderWatcher {
  let complete = true
  let watcher: FSWatcher | null = null
  try {
    watcher = watch(root, { recursive: true, persistent: false }, (_, name) => {
      const path = name?.replaceAll('\\', '/') ?? null
      if (path === null || isWatched(path)) onPath(path)
    })
    watcher.on('error', () => {
      complete = false
      onPath(null)
    })
  } catch {
    complete = false
  }
  return {
    ready: Promise.resolve(),
    isComplete: () => complete,
    close: () => watcher?.close(),
  }
}

/** Linux watches single folders; each tells about the files in it. */
function watchEachFolder(root: string, onPath: PathListener): FolderWatcher {
  const watchers = new Map<RepoPath, FSWatcher>()
  let complete = true
  let closed = false

  function drop(folder: RepoPath): void {
    watchers.get(folder)?.close()
    watchers.delete(folder)
  }

  function dropTree(folder: RepoPath): void {
    for (const path of [...watchers.keys()])
      if (path === folder || path.startsWith(`${folder}/`)) drop(path)
  }

  function add(folder: RepoPath): void {
    if (closed) return
    drop(folder)
    try {
      const watcher = watch(join(root, folder), { persistent: false }, (event, name) => {
        if (name === null) onPath(null)
        else heard(folder === '' ? name : `${folder}/${name}`, event)
      })
      watcher.on('error', () => drop(folder))
      watchers.set(folder, watcher)
    } catch {
      // Gone again, or the system's limit on watchers is reached.
      complete = false
    }
  }

  function heard(path: RepoPath, event: string): void {
    if (!isWatched(path)) return
    onPath(path)
    if (event === 'rename') void look(path)
  }

  /** Something came, went or was replaced at a path: keeps the watchers with the folders. */
  async function look(path: RepoPath): Promise<void> {
    const stats = await lstat(join(root, path)).catch(() => null)
    if (stats?.isDirectory()) return addTree(path, onPath)
    if (!watchers.has(path)) return
    dropTree(path)
    onPath(null)
  }

  /** Watches a folder and all below, telling about the files that were there before their watcher. */
  async function addTree(folder: RepoPath, onFile: PathListener | null): Promise<void> {
    add(folder)
    await walkFolder(
      root,
      (path, entry) => {
        if (!entry.isDirectory()) onFile?.(path)
        else if (isOpenFolder(path, entry.name)) add(path)
      },
      folder,
    )
  }

  return {
    ready: addTree('', null),
    isComplete: () => complete,
    close() {
      closed = true
      for (const folder of [...watchers.keys()]) drop(folder)
    },
  }
}

/** Watches the site's folder at `root` for changes by anyone, without the repository's own and generated folders. */
export function watchFolder(
  root: string,
  onPath: PathListener,
  platform: NodeJS.Platform = process.platform,
): FolderWatcher {
  const hasTrees = platform === 'win32' || platform === 'darwin'
  return hasTrees ? watchTree(root, onPath) : watchEachFolder(root, onPath)
}
