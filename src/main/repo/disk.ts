import { createHash } from 'node:crypto'
import * as fs from 'node:fs/promises'
import { AppError } from '../../shared/ipc/app-error.ts'

/** The calls of the file system that writing needs; tests hand in one that fails on purpose. */
export type Disk = Pick<
  typeof fs,
  'open' | 'rename' | 'unlink' | 'link' | 'lstat' | 'realpath' | 'mkdir' | 'readdir' | 'rmdir'
>

export const realDisk: Disk = fs

/** The system's name of a failure (`ENOENT`), `''` for anything else. */
export function errnoOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : ''
}

/** SHA-256 in hex. */
export function shaOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

type Words = readonly [code: AppError['code'], (name: string) => string]
const full: Words = [
  'disk-full',
  (name) =>
    `The disk is full, so “${name}” could not be saved. The version on disk is unchanged. Free some space, then save again.`,
]
const locked: Words = [
  'read-only',
  (name) =>
    `This computer does not allow changes to “${name}”. The version on disk is unchanged. Check that the file and its folder are not write-protected.`,
]
const busy: Words = [
  'conflict',
  (name) =>
    `Another program is using “${name}”, so it could not be saved. The version on disk is unchanged. Close the other program, then try again.`,
]
const inTheWay: Words = [
  'conflict',
  (name) =>
    `“${name}” could not be saved because something else is in its place. Nothing was changed. Choose another name or move what is there.`,
]
const longName: Words = [
  'invalid-input',
  (name) =>
    `The name “${name}” is too long for this computer. Nothing was changed. Use a shorter one.`,
]
const gone: Words = [
  'not-found',
  (name) => `“${name}” is no longer there. It may have been moved or deleted.`,
]

const words: Readonly<Record<string, Words>> = {
  ENOSPC: full,
  EDQUOT: full,
  EFBIG: full,
  EROFS: locked,
  EACCES: locked,
  EPERM: locked,
  EBUSY: busy,
  ETXTBSY: busy,
  EEXIST: inTheWay,
  EISDIR: inTheWay,
  ENOTDIR: inTheWay,
  ENOTEMPTY: inTheWay,
  ENAMETOOLONG: longName,
  ENOENT: gone,
}

/** A failure of the file system in the user's words; `name` is the file as the user knows it. */
export function diskError(error: unknown, name: string): AppError {
  if (error instanceof AppError) return error
  const [code, say] = words[errnoOf(error)] ?? [
    'internal' as const,
    (file: string) =>
      `The disk reported an error while working on “${file}”. Check the disk, then try again.`,
  ]
  return new AppError(code, say(name), { cause: error })
}
