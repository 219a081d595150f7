import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Change, ChangeSet } from '../../shared/domain/change-set.ts'
import type { RepoPath } from '../../shared/domain/repo-path.ts'
import { AppError } from '../../shared/ipc/app-error.ts'
import { isTemporaryName, writeAtomically, writeError } from './atomic-write.ts'
import { isPlainFile, locateIn } from './locate.ts'
import type { FileBytes, SiteFiles } from './site-session.ts'
import { type Watcher, watchFolder } from './watch-folder.ts'

export const sha256Of = (bytes: Uint8Array | string) =>
  createHash('sha256').update(bytes).digest('hex')

const skippedFolders = new Set([
  '.git',
  'node_modules',
  '_site',
  '.jekyll-cache',
  '.sass-cache',
  'vendor',
])

/** Larger files are never pages; their bytes go through other ways. */
const mostBytes = 64 * 1024 * 1024

async function listFolder(root: string): Promise<{ path: RepoPath; bytes: number }[]> {
  const out: { path: RepoPath; bytes: number }[] = []
  async function walk(folder: string): Promise<void> {
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => [])
    const work: Promise<void>[] = []
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      // Links are not followed: a site's own files are plain ones.
      if (
        entry.isDirectory() &&
        !(skippedFolders.has(entry.name) && (folder === '' || entry.name !== 'vendor'))
      )
        work.push(walk(path))
      else if (entry.isFile() && !isTemporaryName(entry.name))
        work.push(
          stat(join(root, path)).then(
            (info) => void out.push({ path, bytes: info.size }),
            () => undefined,
          ),
        )
    }
    await Promise.all(work)
  }
  await walk('')
  return out.sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Opens the one door to a site's content. `readOnly` answers why nothing may be written, or null. */
export function openSiteFiles(root: string): SiteFiles & { close(): void } {
  let queue: Promise<unknown> = Promise.resolve()
  const ownWrites = new Map<RepoPath, string>()
  let watcher: Watcher | null = null

  /** One writer: every write waits for the one before. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = queue.then(work, work)
    queue = next.catch(() => undefined)
    return next
  }

  async function readBytes(path: RepoPath): Promise<FileBytes | null> {
    const real = await locateIn(root, path)
    if (!(await isPlainFile(real))) return null
    const handle = await open(real, 'r')
    try {
      const { size } = await handle.stat()
      if (size > mostBytes) throw new AppError('too-big', 'This file is too big to open here.')
      const bytes = await handle.readFile()
      return { bytes, sha: sha256Of(bytes) }
    } finally {
      await handle.close()
    }
  }

  async function put(path: RepoPath, content: string | Uint8Array): Promise<string> {
    const real = await locateIn(root, path)
    await mkdir(dirname(real), { recursive: true }).catch((error) => {
      throw writeError(error)
    })
    const sha = sha256Of(content)
    ownWrites.set(path, sha)
    await writeAtomically(real, content)
    return sha
  }

  async function applyOne(change: Change): Promise<Change> {
    if (change.kind === 'write') {
      const before = await readBytes(change.path)
      await put(change.path, change.content)
      return before
        ? { kind: 'write', path: change.path, content: before.bytes }
        : { kind: 'delete', path: change.path }
    }
    if (change.kind === 'delete') {
      const before = await readBytes(change.path)
      if (!before) throw new AppError('not-found', `“${change.path}” is not there any more.`)
      ownWrites.set(change.path, 'deleted')
      await unlink(await locateIn(root, change.path)).catch((error) => {
        throw writeError(error)
      })
      return { kind: 'write', path: change.path, content: before.bytes }
    }
    return move(change.from, change.to)
  }

  async function move(from: RepoPath, to: RepoPath): Promise<Change> {
    const [source, target] = [await locateIn(root, from), join(root, to)]
    await locateIn(root, to)
    const caseOnly = from !== to && from.toLowerCase() === to.toLowerCase()
    if (!caseOnly && (await isPlainFile(target)))
      throw new AppError('conflict', `There is already a file “${to}”.`)
    await mkdir(dirname(target), { recursive: true })
    ownWrites.set(from, 'deleted')
    ownWrites.set(to, sha256Of((await readBytes(from))?.bytes ?? ''))
    const step = caseOnly ? `${target}.galley-case` : target
    await rename(source, step).catch((error) => {
      throw writeError(error)
    })
    if (caseOnly) await rename(step, target)
    return { kind: 'move', from: to, to: from }
  }

  async function apply(plan: ChangeSet): Promise<ChangeSet> {
    const undo: Change[] = []
    try {
      for (const change of plan.changes) undo.unshift(await applyOne(change))
    } catch (error) {
      // As one step: what was done so far is put back.
      for (const change of undo) await applyOne(change).catch(() => undefined)
      throw error
    }
    return { summary: plan.summary, changes: undo }
  }

  async function isOutside(path: RepoPath): Promise<boolean> {
    const expected = ownWrites.get(path)
    if (expected === undefined) return true
    const now = await readFile(join(root, path)).then(sha256Of, () => 'deleted')
    return now !== expected
  }

  return {
    list: () => listFolder(root),
    async read(path) {
      const file = await readBytes(path)
      if (!file)
        throw new AppError(
          'not-found',
          'This page is not there any more. Another program may have moved or deleted it.',
        )
      return file
    },
    write: (path, content, baseSha) =>
      inTurn(async () => {
        const now = await readBytes(path)
        if ((now?.sha ?? null) !== baseSha) {
          const theirs = now && { text: Buffer.from(now.bytes).toString('utf8'), sha: now.sha }
          return { kind: 'changed-elsewhere' as const, theirs }
        }
        return { kind: 'saved' as const, sha: await put(path, content) }
      }),
    apply: (plan) => inTurn(() => apply(plan)),
    async locate(path) {
      const real = await locateIn(root, path).catch(() => null)
      return real !== null && (await isPlainFile(real)) ? real : null
    },
    watch(listener) {
      watcher = watchFolder(root, async (paths) => {
        const outside = (await Promise.all(paths.map(isOutside))).some(Boolean)
        listener(paths, outside)
      })
      return () => watcher?.close()
    },
    close: () => watcher?.close(),
  }
}
