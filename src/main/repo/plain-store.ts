import { constants } from 'node:fs'
import { mkdir, open, readdir, rmdir, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { folderOf, nameOf, type RepoPath } from '../../shared/domain/repo-path.ts'
import { AppError } from '../../shared/ipc/app-error.ts'
import { atomicWrite, patienceOf, patientRename, temporaryBeside } from './atomic-write.ts'
import { type Place, placeOf } from './contained-path.ts'
import { type Disk, diskError, realDisk, shaOf } from './disk.ts'
import type { PlatformRules } from './platform-rules.ts'
import type { FileBytes } from './site-session.ts'

/** Which bytes a file has, by their SHA-256. */
export type Version = Pick<FileBytes, 'sha'>

/** Where the bytes of a path are kept: the site's folder, or beside the repository where the folder cannot hold it. */
export interface ContentStore {
  /** null where there is no such file. */
  read(path: RepoPath): Promise<FileBytes | null>
  /** Writes over the version read before (null: makes it). Throws ChangedMeanwhile when the file is another by now. */
  put(path: RepoPath, bytes: Uint8Array, over: Version | null): Promise<void>
  remove(path: RepoPath): Promise<void>
}

/** The file was changed by another program between reading and replacing it. */
export class ChangedMeanwhile extends Error {
  override readonly name = 'ChangedMeanwhile'
}

/** Larger files are never held in memory whole. */
const readLimit = 512 * 1024 * 1024

// Not following a link and not waiting for a pipe: what was checked is what is opened, or nothing. Windows has neither flag.
const readFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

async function readAt(real: string, path: RepoPath): Promise<FileBytes> {
  const file = await open(real, readFlags)
  try {
    const stats = await file.stat()
    if (!stats.isFile())
      throw new AppError(
        'refused',
        `“${path}” is not an ordinary file, so Galley does not open it.`,
      )
    if (stats.size > readLimit)
      throw new AppError('too-big', `“${path}” is too big for Galley to open.`)
    const bytes = await file.readFile()
    return { bytes, sha: shaOf(bytes) }
  } finally {
    await file.close()
  }
}

/** The beginning of a file, for lists that read thousands of them. */
async function readStartAt(real: string, limit: number): Promise<Uint8Array> {
  const file = await open(real, readFlags)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(limit), 0, limit, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function refuse(path: RepoPath, place: Extract<Place, { kind: 'refused' }>): never {
  throw new AppError('refused', `“${path}” cannot be used. ${place.words}`)
}

/** A second name for the same file on this system, already in the folder: writing `path` would overwrite it there. */
async function twinOf(real: string, rules: PlatformRules): Promise<string | null> {
  if (rules.key('a') !== rules.key('A')) return null
  const name = nameOf(real.replaceAll('\\', '/'))
  const names = await readdir(dirname(real)).catch(() => [] as string[])
  return names.find((other) => other !== name && rules.key(other) === rules.key(name)) ?? null
}

/** Removes the folders that became empty with their last file, up to the site's own. */
async function removeEmptyFolders(root: string, folder: RepoPath): Promise<void> {
  for (let at = folder; at !== ''; at = folderOf(at)) {
    try {
      await rmdir(join(root, at))
    } catch {
      return
    }
  }
}

const patienceMs = patienceOf(process.platform)

/** A change of case only: some systems do nothing unless it goes over a name in between. */
async function renameInTwoSteps(
  disk: Disk,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const between = temporaryBeside(from)
  await patientRename(disk, { from, to: between, patienceMs })
  try {
    await patientRename(disk, { from: between, to, patienceMs })
  } catch (error) {
    await disk.rename(between, from)
    throw error
  }
}

interface PlainStoreOptions {
  readonly rules: PlatformRules
  readonly disk?: Disk | undefined
}

/** Plain files can also be moved as they are and read in part. */
export interface PlainStore extends ContentStore {
  has(path: RepoPath): Promise<boolean>
  readStart(path: RepoPath, limit: number): Promise<Uint8Array | null>
  move(from: RepoPath, to: RepoPath): Promise<void>
}

/** Plain files in the site's folder. `root` is a real path. */
export function plainStore(root: string, { rules, disk = realDisk }: PlainStoreOptions) {
  async function locate(path: RepoPath): Promise<Exclude<Place, { kind: 'refused' }>> {
    const place = await placeOf(root, path)
    return place.kind === 'refused' ? refuse(path, place) : place
  }

  async function guardNew(path: RepoPath, real: string): Promise<void> {
    const twin = await twinOf(real, rules)
    if (twin !== null)
      throw new AppError(
        'conflict',
        `“${path}” and “${twin}” are one file on this computer. Nothing was changed. Choose another name.`,
      )
  }

  async function put(path: RepoPath, bytes: Uint8Array, over: Version | null) {
    const place = await locate(path)
    if (place.kind === 'free') {
      if (over) throw new ChangedMeanwhile()
      await guardNew(path, place.real)
      await mkdir(dirname(place.real), { recursive: true })
      await atomicWrite(place.real, bytes, { disk, exclusive: true })
      return
    }
    if (!over) throw new ChangedMeanwhile()
    const guard = async () => {
      const now = await placeOf(root, path)
      if (now.kind !== 'file' || !isSameVersion(now, place)) throw new ChangedMeanwhile()
    }
    // The version compared with is read after the one stated here: a change in between shows in one or the other.
    if ((await readAt(place.real, path)).sha !== over.sha) throw new ChangedMeanwhile()
    await atomicWrite(place.real, bytes, { disk, guard })
  }

  async function move(from: RepoPath, to: RepoPath): Promise<void> {
    const source = await locate(from)
    if (source.kind === 'free') throw diskError({ code: 'ENOENT' }, from)
    const caseOnly = from !== to && rules.key(from) === rules.key(to)
    const target = await placeOf(root, to)
    if (!caseOnly) {
      if (target.kind !== 'free')
        throw new AppError(
          'conflict',
          `“${to}” already exists. Nothing was changed. Choose another name.`,
        )
      await guardNew(to, target.real)
    }
    await mkdir(dirname(join(root, to)), { recursive: true })
    // A link is moved itself, never what it leads to.
    const ends = { from: join(root, from), to: join(root, to) }
    await (caseOnly ? renameInTwoSteps(disk, ends) : patientRename(disk, { ...ends, patienceMs }))
    await removeEmptyFolders(root, folderOf(from))
  }

  return {
    move: (from: RepoPath, to: RepoPath) =>
      move(from, to).catch((error: unknown) => Promise.reject(diskError(error, from))),
    has: async (path) => (await locate(path)).kind === 'file',
    async readStart(path: RepoPath, limit: number): Promise<Uint8Array | null> {
      const place = await locate(path)
      if (place.kind === 'free') return null
      return readStartAt(place.real, limit).catch((error: unknown) =>
        Promise.reject(diskError(error, path)),
      )
    },
    async read(path: RepoPath) {
      const place = await locate(path)
      if (place.kind === 'free') return null
      return readAt(place.real, path).catch((error: unknown) =>
        Promise.reject(diskError(error, path)),
      )
    },
    put: (path: RepoPath, bytes: Uint8Array, over: Version | null) =>
      put(path, bytes, over).catch((error: unknown) =>
        Promise.reject(error instanceof ChangedMeanwhile ? error : diskError(error, path)),
      ),
    async remove(path: RepoPath) {
      await locate(path)
      await unlink(join(root, path)).catch((error: unknown) =>
        Promise.reject(diskError(error, path)),
      )
      await removeEmptyFolders(root, folderOf(path))
    },
  } satisfies PlainStore
}

type FilePlace = Extract<Place, { kind: 'file' }>

function isSameVersion(one: FilePlace, two: FilePlace): boolean {
  return (
    one.real === two.real &&
    one.stats.ino === two.stats.ino &&
    one.stats.size === two.stats.size &&
    one.stats.mtimeNs === two.stats.mtimeNs
  )
}
