import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Disk, errnoOf, realDisk } from './disk.ts'

/** How a file is replaced; everything has a sensible default. */
export interface AtomicOptions {
  readonly disk?: Disk
  /** Windows: other programs (virus scanners, indexers) hold files for a moment; ask again for this long. */
  readonly patienceMs?: number
  /** Permission bits; without it those of the file replaced. */
  readonly mode?: number
  /** Runs when the new bytes are safe beside the file, right before they take its place; throwing keeps the old file. */
  readonly guard?: () => Promise<void>
  /** Only makes a new file: fails with `EEXIST` where one is. */
  readonly exclusive?: boolean
}

const temporaryName = /^\.galley-(\d+)-[0-9a-f]{12}\.tmp$/
/** For `.git/info/exclude`, so that a temporary file is never taken for content. */
export const temporaryPattern = '.galley-*.tmp'

/** Whether a file name is that of an unfinished write of ours. */
export function isTemporaryName(name: string): boolean {
  return temporaryName.test(name)
}

/** A name for an unfinished file in the folder of `target`. */
export function temporaryBeside(target: string): string {
  return join(dirname(target), `.galley-${process.pid}-${randomBytes(6).toString('hex')}.tmp`)
}

interface Owner {
  readonly mode: number
  readonly uid: number
  readonly gid: number
}

async function ownerOf(disk: Disk, target: string): Promise<Owner | null> {
  try {
    const { mode, uid, gid } = await disk.lstat(target)
    return { mode: mode & 0o7777, uid, gid }
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null
    throw error
  }
}

/** Bytes, or pieces that follow each other. */
type Content = Uint8Array | readonly Uint8Array[]

type FileHandle = Awaited<ReturnType<Disk['open']>>

async function keepOwner(file: FileHandle, old: Owner): Promise<void> {
  if (process.getuid && (old.uid !== process.getuid() || old.gid !== process.getgid?.()))
    // Only an administrator can; anyone else's save must still succeed.
    await file.chown(old.uid, old.gid).catch(() => undefined)
}

async function fill(
  disk: Disk,
  temporary: string,
  { bytes, old, mode }: { bytes: Content; old: Owner | null; mode: number | undefined },
): Promise<void> {
  const file = await disk.open(temporary, 'wx', 0o666)
  try {
    // Each goes on where the one before ended.
    for (const piece of bytes instanceof Uint8Array ? [bytes] : bytes) await file.writeFile(piece)
    if (old) await keepOwner(file, old)
    const wanted = mode ?? old?.mode
    if (wanted !== undefined) await file.chmod(wanted)
    await file.sync()
  } finally {
    await file.close()
  }
}

const passing = new Set(['EPERM', 'EACCES', 'EBUSY'])

/** Renames, asking again with growing pauses while another program holds the file. */
export async function patientRename(
  disk: Disk,
  { from, to, patienceMs }: { from: string; to: string; patienceMs: number },
): Promise<void> {
  const until = Date.now() + patienceMs
  for (let wait = 10; ; wait = Math.min(wait * 2, 200)) {
    try {
      await disk.rename(from, to)
      return
    } catch (error) {
      if (!passing.has(errnoOf(error)) || Date.now() + wait > until) throw error
      await pause(wait)
    }
  }
}

/** What systems answer that cannot flush a folder; anything else is a failure of the disk. */
const unflushable = new Set(['EINVAL', 'EISDIR', 'EPERM', 'EACCES', 'ENOTSUP', 'EBADF', 'ENOSYS'])

/** Makes a rename in `folder` survive a power cut. Windows has no such call and needs none. */
export async function flushFolder(folder: string, disk: Disk = realDisk): Promise<void> {
  if (process.platform === 'win32') return
  try {
    const handle = await disk.open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (!unflushable.has(errnoOf(error))) throw error
  }
}

/** The patience a system's file locks need, in milliseconds. */
export function patienceOf(platform: NodeJS.Platform): number {
  return platform === 'win32' ? 10_000 : 0
}

/**
 * Replaces or makes the file `target` (an absolute path without links) so that at every moment, a power cut included,
 * it holds either all the old bytes or all the new ones. Other hard links of the file keep the old bytes.
 * Throws the system's own error; the file is then as it was, unless flushing its folder is what failed.
 */
export async function atomicWrite(
  target: string,
  bytes: Content,
  options: AtomicOptions = {},
): Promise<void> {
  const { disk = realDisk, patienceMs = patienceOf(process.platform) } = options
  const temporary = temporaryBeside(target)
  try {
    const old = await ownerOf(disk, target)
    await fill(disk, temporary, { bytes, old, mode: options.mode })
    await options.guard?.()
    if (options.exclusive) await place(disk, temporary, target)
    else await patientRename(disk, { from: temporary, to: target, patienceMs })
  } catch (error) {
    await disk.unlink(temporary).catch(() => undefined)
    throw error
  }
  await flushFolder(dirname(target), disk)
}

/** Puts a new file in place without ever replacing one; file systems without hard links check first instead. */
async function place(disk: Disk, temporary: string, target: string): Promise<void> {
  try {
    await disk.link(temporary, target)
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') throw error
    await disk.lstat(target).then(
      () =>
        Promise.reject(Object.assign(new Error(`${basename(target)} exists`), { code: 'EEXIST' })),
      () => undefined,
    )
    await disk.rename(temporary, target)
    return
  }
  await disk.unlink(temporary)
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errnoOf(error) === 'EPERM'
  }
}

/** Whether a temporary file was left by a process that died; one of a running process is never touched. */
export function isStaleTemporary(name: string): boolean {
  const pid = Number(temporaryName.exec(name)?.[1])
  return Number.isSafeInteger(pid) && pid > 0 && pid !== process.pid && !isRunning(pid)
}
