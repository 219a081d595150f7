import { execFileSync } from 'node:child_process'
import {
  chmod,
  link,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { atomicWrite, isStaleTemporary, isTemporaryName } from './atomic-write.ts'
import { type Disk, diskError, errnoOf, realDisk } from './disk.ts'

async function folder() {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'galley-write-')))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}
const failing = (code: string) => Object.assign(new Error(code), { code })
const bytes = (text: string) => new TextEncoder().encode(text)

/** A disk whose opened files fail in one method. */
function brokenFiles(method: 'writeFile' | 'sync', code: string): Disk {
  return {
    ...realDisk,
    open: async (...input) => {
      const file = await realDisk.open(...input)
      file[method] = () => Promise.reject(failing(code))
      return file
    },
  }
}

test('replaces a file, keeps its mode and leaves nothing beside it', async () => {
  await using dir = await folder()
  const file = join(dir.path, 'a.md')
  await writeFile(file, 'old')
  await chmod(file, 0o640)
  await atomicWrite(file, bytes('new'))
  expect(await readFile(file, 'utf8')).toBe('new')
  expect((await stat(file)).mode & 0o7777).toBe(0o640)
  await chmod(file, 0o755)
  await atomicWrite(file, bytes('again'))
  expect((await stat(file)).mode & 0o7777).toBe(0o755)
  expect(await readdir(dir.path)).toEqual(['a.md'])
})

test('a hard link outside keeps the old bytes', async () => {
  await using dir = await folder()
  await writeFile(join(dir.path, 'outside'), 'old')
  await link(join(dir.path, 'outside'), join(dir.path, 'inside'))
  await atomicWrite(join(dir.path, 'inside'), bytes('new'))
  expect(await readFile(join(dir.path, 'outside'), 'utf8')).toBe('old')
  expect(await readFile(join(dir.path, 'inside'), 'utf8')).toBe('new')
})

test('an exclusive write never replaces', async () => {
  await using dir = await folder()
  const file = join(dir.path, 'a')
  await atomicWrite(file, bytes('one'), { exclusive: true })
  await expect(atomicWrite(file, bytes('two'), { exclusive: true })).rejects.toMatchObject({
    code: 'EEXIST',
  })
  const noLinks: Disk = { ...realDisk, link: () => Promise.reject(failing('EPERM')) }
  await expect(
    atomicWrite(file, bytes('two'), { exclusive: true, disk: noLinks }),
  ).rejects.toMatchObject({ code: 'EEXIST' })
  await atomicWrite(join(dir.path, 'b'), bytes('b'), { exclusive: true, disk: noLinks })
  expect(await readdir(dir.path)).toEqual(['a', 'b'])
  expect(await readFile(file, 'utf8')).toBe('one')
})

describe('any failure before the rename keeps the old file and leaves nothing beside it', () => {
  const faults: readonly (readonly [string, Disk, string])[] = [
    ['disk full while writing', brokenFiles('writeFile', 'ENOSPC'), 'disk-full'],
    ['I/O error on flush', brokenFiles('sync', 'EIO'), 'internal'],
    ['quota used up on flush', brokenFiles('sync', 'EDQUOT'), 'disk-full'],
    [
      'read-only file system',
      { ...realDisk, open: () => Promise.reject(failing('EROFS')) },
      'read-only',
    ],
    [
      'rename refused for good',
      { ...realDisk, rename: () => Promise.reject(failing('EACCES')) },
      'read-only',
    ],
    [
      'file in use for good',
      { ...realDisk, rename: () => Promise.reject(failing('EBUSY')) },
      'conflict',
    ],
  ]
  test.each(faults)('%s', async (_, disk, code) => {
    await using dir = await folder()
    const file = join(dir.path, 'a.md')
    await writeFile(file, 'old')
    const failure = await atomicWrite(file, bytes('new'), { disk, patienceMs: 60 }).catch(
      (error: unknown) => error,
    )
    expect(diskError(failure, 'a.md')).toMatchObject({ code })
    expect(diskError(failure, 'a.md').message).toContain('a.md')
    expect(await readFile(file, 'utf8')).toBe('old')
    expect(await readdir(dir.path)).toEqual(['a.md'])
  })
})

test('waits for a program that holds the file for a moment', async () => {
  await using dir = await folder()
  const file = join(dir.path, 'a.md')
  await writeFile(file, 'old')
  const answers = ['EPERM', 'EBUSY', 'EACCES']
  const disk: Disk = {
    ...realDisk,
    rename: (from, to) => {
      const code = answers.shift()
      return code ? Promise.reject(failing(code)) : realDisk.rename(from, to)
    },
  }
  await atomicWrite(file, bytes('new'), { disk, patienceMs: 10_000 })
  expect(await readFile(file, 'utf8')).toBe('new')
  expect(answers).toEqual([])
})

test('the order is: flush the new bytes, rename, flush the folder', async () => {
  await using dir = await folder()
  const steps: string[] = []
  const disk: Disk = {
    ...realDisk,
    open: async (...input) => {
      const file = await realDisk.open(...input)
      const what = input[1] === 'wx' ? 'file' : 'folder'
      const sync = file.sync.bind(file)
      file.sync = async () => {
        await sync()
        steps.push(`flush ${what}`)
      }
      return file
    },
    rename: async (from, to) => {
      await realDisk.rename(from, to)
      steps.push('rename')
    },
  }
  await atomicWrite(join(dir.path, 'a'), bytes('a'), { disk })
  expect(steps).toEqual(['flush file', 'rename', 'flush folder'])
})

test('a guard that throws keeps the old file', async () => {
  await using dir = await folder()
  const file = join(dir.path, 'a.md')
  await writeFile(file, 'old')
  const guard = () => Promise.reject(new Error('changed'))
  await expect(atomicWrite(file, bytes('new'), { guard })).rejects.toThrow('changed')
  expect(await readFile(file, 'utf8')).toBe('old')
  expect(await readdir(dir.path)).toEqual(['a.md'])
})

test('only temporary files of dead processes are stale', () => {
  const dead = Number(execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }))
  expect(isStaleTemporary(`.galley-${dead}-0123456789ab.tmp`)).toBe(true)
  expect(isStaleTemporary(`.galley-${process.pid}-0123456789ab.tmp`)).toBe(false)
  expect(isStaleTemporary('.galley-1-0123456789ab.tmp')).toBe(false)
  expect(isStaleTemporary(`.galley-${dead}-0123456789ab.md`)).toBe(false)
  expect(isTemporaryName('.galley-x.tmp')).toBe(false)
})

const smallDisk = process.platform === 'linux' && process.getuid?.() === 0
if (!smallDisk) console.warn('Not root on Linux: the full-disk test is left out.')

test.runIf(smallDisk)('a disk that is really full keeps the old file whole', async () => {
  await using dir = await folder()
  const mount = join(dir.path, 'small')
  await mkdir(mount)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', mount], { stdio: 'ignore' })
  } catch {
    console.warn('This machine mounts no tmpfs: the full-disk test is left out.')
    return
  }
  try {
    const file = join(mount, 'a.md')
    const old = 'o'.repeat(100_000)
    await writeFile(file, old)
    const failure = await atomicWrite(file, new Uint8Array(200_000)).catch(
      (error: unknown) => error,
    )
    expect(errnoOf(failure)).toBe('ENOSPC')
    expect(await readFile(file, 'utf8')).toBe(old)
    expect(await readdir(mount)).toEqual(['a.md'])
  } finally {
    execFileSync('umount', [mount])
  }
})
