import { lstat, realpath } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { isRepoPath, type RepoPath } from '../../shared/domain/repo-path.ts'
import { AppError } from '../../shared/ipc/app-error.ts'

const inside = (root: string, path: string) => path === root || path.startsWith(root + sep)

/** git's own folder, in every spelling that a file system might take for it. */
const isGitFolder = (part: string) => /^\.git[\s.]*(:|$)/i.test(part) || /^git~\d/i.test(part)

/**
 * The real path of a site's file, for reading or replacing. Links are followed only as long as they stay inside the
 * site. Throws `invalid-input` for paths that lead elsewhere.
 */
export async function locateIn(root: string, path: RepoPath): Promise<string> {
  const outside = () => new AppError('invalid-input', `“${path}” is not a file of this site.`)
  if (!isRepoPath(path) || path.split('/').some(isGitFolder)) throw outside()
  const target = join(root, path)
  const folder = await nearestRealFolder(dirname(target))
  if (!inside(root, folder)) throw outside()
  const real = await realpath(target).catch(() => null)
  if (real === null) return target
  if (!inside(root, real)) throw outside()
  return real
}

async function nearestRealFolder(folder: string): Promise<string> {
  for (let at = folder; ; at = dirname(at)) {
    const real = await realpath(at).catch(() => null)
    if (real !== null) return real
    if (dirname(at) === at) return at
  }
}

/** Whether a path is a plain file (not a folder, device or pipe), following links that stay inside. */
export async function isPlainFile(real: string): Promise<boolean> {
  return lstat(real).then(
    (info) => info.isFile(),
    () => false,
  )
}
