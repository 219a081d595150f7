import { type FSWatcher, watch } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { RepoPath } from '../../shared/domain/repo-path.ts'
import { isTemporaryName } from './atomic-write.ts'

export interface Watcher {
  close(): void
}

const quiet = 150
const isWatched = (path: string) => {
  const parts = path.split('/')
  return (
    !parts.includes('.git') &&
    !parts.includes('node_modules') &&
    parts[0] !== '_site' &&
    !isTemporaryName(parts.at(-1) ?? '')
  )
}

/**
 * Tells which files below a folder changed, in one go per burst. Linux has no recursive watching on the oldest
 * supported runtime, so each folder is watched there; the other systems watch the whole tree by themselves.
 */
export function watchFolder(
  root: string,
  changed: (paths: readonly RepoPath[]) => Promise<void>,
): Watcher {
  const pending = new Set<RepoPath>()
  const watchers = new Map<string, FSWatcher>()
  let timer: NodeJS.Timeout | null = null
  let closed = false

  function note(path: RepoPath) {
    if (!isWatched(path) || closed) return
    pending.add(path)
    if (timer) clearTimeout(timer)
    timer = setTimeout(() => {
      const paths = [...pending]
      pending.clear()
      void changed(paths)
    }, quiet)
  }

  async function watchOne(folder: string): Promise<void> {
    if (closed || watchers.has(folder) || (folder !== '' && !isWatched(folder))) return
    try {
      const watcher = watch(join(root, folder), { persistent: false }, (_, name) => {
        if (!name) return
        const path = folder === '' ? name.toString() : `${folder}/${name}`
        note(path)
        void watchOne(path)
      })
      watcher.on('error', () => {
        watcher.close()
        watchers.delete(folder)
      })
      watchers.set(folder, watcher)
    } catch {
      // Not a folder, or gone again.
      return
    }
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => null)
    if (entries === null) {
      watchers.get(folder)?.close()
      watchers.delete(folder)
      return
    }
    await Promise.all(
      entries
        .filter((e) => e.isDirectory())
        .map((e) => watchOne(folder === '' ? e.name : `${folder}/${e.name}`)),
    )
  }

  if (process.platform === 'linux') void watchOne('')
  else
    watchers.set(
      '',
      watch(
        root,
        { recursive: true, persistent: false },
        (_, name) => name && note(name.toString().replaceAll('\\', '/')),
      ),
    )

  return {
    close() {
      closed = true
      if (timer) clearTimeout(timer)
      for (const watcher of watchers.values()) watcher.close()
    },
  }
}
