import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { spawnGit } from './git/spawn-git.ts'
import { headCommit } from './head-commit.ts'

/** What is unusual about a repository, and where it stands. */
export interface RepoState {
  /** The branch's short name; null where none is chosen. */
  readonly branch: string | null
  /** In the user's words; null where all is as usual. */
  readonly notice: string | null
}

const unfinished: readonly (readonly [file: string, words: string])[] = [
  ['MERGE_HEAD', 'joining two versions of the site'],
  ['rebase-merge', 'moving changes onto a newer version of the site'],
  ['rebase-apply', 'moving changes onto a newer version of the site'],
  ['CHERRY_PICK_HEAD', 'copying a change from another version of the site'],
  ['REVERT_HEAD', 'taking back an earlier change'],
  ['BISECT_LOG', 'searching for an earlier change'],
]

/** What another program has begun in the repository and not ended, in the user's words; null where nothing. */
export function unfinishedWork(gitFolder: string): string | null {
  const found = unfinished.find(([file]) => existsSync(join(gitFolder, file)))
  return found
    ? `Another program has not finished ${found[1]}. You can edit; finish there before you publish.`
    : null
}

/** The short name of the branch that is checked out, from the repository's own file; null where none is. */
export async function headOf(gitFolder: string): Promise<string | null> {
  const head = await readFile(join(gitFolder, 'HEAD'), 'utf8').catch(() => '')
  return /^ref: refs\/heads\/(.+?)\s*$/.exec(head)?.[1] ?? null
}

async function hasCommit(root: string): Promise<boolean> {
  if ((await headCommit(join(root, '.git'))) !== null) return true
  const done = await spawnGit(root, ['rev-parse', '--verify', '--quiet', 'HEAD'], {
    deadline: 20_000,
  })
  return done.code === 0
}

/** Reads the state of the repository at `root` from its own files; runs nothing but `rev-parse`. */
export async function readRepoState(root: string): Promise<RepoState> {
  const gitFolder = join(root, '.git')
  const [branch, begun] = await Promise.all([headOf(gitFolder), hasCommit(root)])
  const work = unfinishedWork(gitFolder)
  if (work) return { branch, notice: work }
  if (branch === null)
    return {
      branch,
      notice:
        'This folder shows an older version of the site, not its newest. You can edit, but publishing is off until a developer switches it back to a branch.',
    }
  if (!begun)
    return {
      branch,
      notice:
        'Nothing has been published from this folder yet. Your first publish starts its history.',
    }
  if (existsSync(join(gitFolder, 'shallow')))
    return {
      branch,
      notice:
        'This folder holds only the newest part of the site’s history, so older versions are not shown.',
    }
  return { branch, notice: null }
}
