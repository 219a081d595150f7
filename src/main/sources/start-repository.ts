import { readdir, realpath, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { AppError } from '../../shared/ipc/app-error.ts'
import { topOf } from '../repo/audit.ts'
import { requireGit } from '../repo/git/git.ts'
import { spawnGit } from '../repo/git/spawn-git.ts'

async function refuseOthers(root: string): Promise<void> {
  const name = basename(root)
  const above = await topOf(root)
  if (above === root)
    throw new AppError('conflict', `“${name}” is kept as a site already. Open it instead.`)
  if (above !== null)
    throw new AppError(
      'conflict',
      `“${name}” is a part of the site in “${basename(above)}”. Nothing was changed. Open the whole folder “${basename(above)}” instead.`,
    )
  const names = new Set(await readdir(root))
  if (['HEAD', 'objects', 'refs'].every((part) => names.has(part)))
    throw new AppError(
      'conflict',
      `“${name}” is where a site is published to, not a folder of pages. Nothing was changed. Clone it instead.`,
    )
}

/**
 * Makes a folder of files a repository, without touching a file and without a first version: the first publish starts the
 * history. Answers with its real path.
 */
export async function startRepository(folder: string): Promise<string> {
  const root = await realpath(folder).catch(() => null)
  if (root === null || !(await stat(root)).isDirectory())
    throw new AppError('not-found', `The folder “${basename(folder)}” is not there any more.`)
  await requireGit()
  await refuseOthers(root)
  // Without the user's templates, whose programs would keep the new site from being edited.
  const done = await spawnGit(root, ['init', '-q', '--template=', '--initial-branch=main'], {
    deadline: 30_000,
  })
  if (done.code === 0) return root
  // What refuseOthers saw missing is ours.
  await rm(join(root, '.git'), { recursive: true, force: true }).catch(() => undefined)
  const full = /No space left|disk quota/i.test(done.stderr)
  throw new AppError(
    full ? 'disk-full' : 'read-only',
    full
      ? 'The disk is full, so the site could not be started. Your files are untouched. Free some space, then try again.'
      : `Galley may not write in “${basename(root)}”, so the site could not be started. Your files are untouched. Choose another folder, or allow changes to this one.`,
    { cause: new Error(done.stderr) },
  )
}
