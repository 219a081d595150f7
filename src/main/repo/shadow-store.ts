import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RepoPath } from '../../shared/domain/repo-path.ts'
import { atomicWrite } from './atomic-write.ts'
import type { BaseTree } from './base-tree.ts'
import { diskError, shaOf } from './disk.ts'
import { ChangedMeanwhile, type ContentStore } from './plain-store.ts'
import type { FileBytes } from './site-session.ts'

/**
 * Files this system cannot keep in a folder. Unedited ones are read from the object database; an edited one lies in
 * `.git/galley/shadow/<sha-256 of its path>`: one line of JSON (`{"v":1,"path","deleted"}`), then its bytes.
 */
export interface ShadowStore extends ContentStore {
  /** Every path that has been edited, made or deleted here; null: deleted. */
  edited(): Promise<ReadonlyMap<RepoPath, FileBytes | null>>
}

interface Shadow {
  readonly path: RepoPath
  /** null: deleted. */
  readonly content: FileBytes | null
}

function encode(path: RepoPath, bytes: Uint8Array | null): Uint8Array {
  const head = Buffer.from(`${JSON.stringify({ v: 1, path, deleted: bytes === null })}\n`)
  return bytes ? Buffer.concat([head, bytes]) : head
}

function decode(file: Buffer): Shadow | null {
  const end = file.indexOf(10)
  if (end < 0) return null
  try {
    const head: unknown = JSON.parse(file.subarray(0, end).toString())
    if (typeof head !== 'object' || head === null || !('path' in head)) return null
    if (typeof head.path !== 'string') return null
    const deleted = 'deleted' in head && head.deleted === true
    const bytes = file.subarray(end + 1)
    return { path: head.path, content: deleted ? null : { bytes, sha: shaOf(bytes) } }
  } catch {
    return null
  }
}

/** Opens the store; `folder` is the repository's own `.git/galley/shadow`. */
export function shadowStore(folder: string, base: BaseTree): ShadowStore {
  const fileOf = (path: RepoPath) => join(folder, shaOf(Buffer.from(path)))

  async function shadowOf(path: RepoPath): Promise<Shadow | null> {
    const file = await readFile(fileOf(path)).catch(() => null)
    const shadow = file && decode(file)
    return shadow?.path === path ? shadow : null
  }

  async function read(path: RepoPath): Promise<FileBytes | null> {
    const shadow = await shadowOf(path)
    if (shadow) return shadow.content
    const id = (await base.files()).get(path)
    if (id === undefined) return null
    const bytes = await base.blob(id)
    return { bytes, sha: shaOf(bytes) }
  }

  async function keep(path: RepoPath, bytes: Uint8Array | null): Promise<void> {
    try {
      await mkdir(folder, { recursive: true })
      await atomicWrite(fileOf(path), encode(path, bytes))
    } catch (error) {
      throw diskError(error, path)
    }
  }

  return {
    read,
    async put(path, bytes, over) {
      const now = await read(path)
      if ((now?.sha ?? null) !== (over?.sha ?? null)) throw new ChangedMeanwhile()
      await keep(path, bytes)
    },
    remove: (path) => keep(path, null),
    async edited() {
      const names = await readdir(folder).catch(() => [] as string[])
      const shadows = await Promise.all(
        names
          .filter((name) => /^[0-9a-f]{64}$/.test(name))
          .map((name) => readFile(join(folder, name)).then(decode, () => null)),
      )
      return new Map(shadows.flatMap((shadow) => (shadow ? [[shadow.path, shadow.content]] : [])))
    },
  }
}
