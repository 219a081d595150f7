import type { BigIntStats } from 'node:fs'
import { lstat, realpath, stat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { isRepoPath, type RepoPath } from '../../shared/domain/repo-path.ts'
import { AppError } from '../../shared/ipc/app-error.ts'
import { errnoOf } from './disk.ts'
import { touchesRepository } from './platform-rules.ts'

/** What lies at a path of the site: a plain file, nothing yet, or something that must not be opened. */
export type Place =
  | { readonly kind: 'file'; readonly real: string; readonly stats: BigIntStats }
  | { readonly kind: 'free'; readonly real: string }
  | { readonly kind: 'refused'; readonly words: string }

/** Whether a real absolute path lies inside the folder `root` (also real) and not in its repository. */
export function isInside(root: string, real: string): boolean {
  const inner = relative(root, real)
  if (inner === '' || inner === '..' || inner.startsWith(`..${sep}`)) return false
  // Another drive, or a stream beside a file; elsewhere many sites have such names.
  if (sep === '\\' && inner.includes(':')) return false
  return !touchesRepository(inner.split(sep).join('/'))
}

const outside = 'It leads out of the site’s folder, so Galley does not open it.'
const special = 'It is not an ordinary file, so Galley does not open it.'

/** The real path of the nearest folder above that exists, with what is missing below it. */
async function realFolder(folder: string): Promise<string> {
  try {
    return await realpath(folder)
  } catch (error) {
    const above = dirname(folder)
    if (errnoOf(error) !== 'ENOENT' || above === folder) throw error
    return join(await realFolder(above), folder.slice(above.length))
  }
}

async function statsOrNull(path: string): Promise<BigIntStats | null> {
  try {
    return await lstat(path, { bigint: true })
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return null
    throw error
  }
}

/** Follows a link of the site to the plain file it stands for. */
async function followLink(root: string, link: string): Promise<Place> {
  try {
    const real = await realpath(link)
    if (!isInside(root, real)) return { kind: 'refused', words: outside }
    const stats = await stat(real, { bigint: true })
    return stats.isFile() ? { kind: 'file', real, stats } : { kind: 'refused', words: special }
  } catch {
    return { kind: 'refused', words: 'It is a link that leads nowhere.' }
  }
}

/**
 * Where a path of the site is on disk, checked to be inside `root` (a real path) with all links followed.
 * Sockets, pipes, devices and folders are refused without being opened. Throws `invalid-input` for what is no path
 * of a site.
 */
export async function placeOf(root: string, path: RepoPath): Promise<Place> {
  if (!isRepoPath(path) || touchesRepository(path))
    throw new AppError('invalid-input', `“${path}” is not a file of this site.`)
  const target = join(root, path)
  const folder = await realFolder(dirname(target)).catch(() => null)
  if (folder === null) return { kind: 'refused', words: 'Its folder cannot be read.' }
  const real = join(folder, target.slice(dirname(target).length))
  if (!isInside(root, real)) return { kind: 'refused', words: outside }
  const stats = await statsOrNull(real)
  if (!stats) return { kind: 'free', real }
  if (stats.isSymbolicLink()) return followLink(root, real)
  return stats.isFile() ? { kind: 'file', real, stats } : { kind: 'refused', words: special }
}
