import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { GitFailure } from '../git/git.ts'
import { readIndex } from './index-entries.ts'
import { differences } from './make-commit.ts'
import type { PublishRepo } from './publish-repo.ts'
import type { TreeEntry } from './snapshot.ts'

const same = (one: TreeEntry | null, two: TreeEntry | undefined) =>
  one === null ? two === undefined : one.id === two?.id && one.mode === two.mode

async function isInFolder(root: string, path: string): Promise<boolean> {
  return lstat(join(root, path)).then(
    () => true,
    () => false,
  )
}

async function follow({ git, files }: PublishRepo, from: string | null, to: string): Promise<void> {
  const [changed, index, beside] = await Promise.all([
    differences(git, from, to),
    readIndex(git),
    files.editedOutOfFolder(),
  ])
  // What somebody has staged differently stays theirs.
  const ours = changed.filter(({ path, before }) => same(before, index.get(path)))
  if (ours.length === 0) return
  const lines = ours.map(({ path, after }) =>
    after ? `${after.mode} ${after.id}\t${path}\0` : `0 ${'0'.repeat(to.length)}\t${path}\0`,
  )
  await git.bytes(['update-index', '-z', '--index-info'], { input: lines.join('') })
  const skipped: string[] = []
  for (const { path, after } of ours)
    if (after && (index.get(path)?.skipped || beside.has(path)))
      if (!(await isInFolder(git.root, path))) skipped.push(path)
  if (skipped.length > 0)
    await git.bytes(['update-index', '-z', '--skip-worktree', '--stdin'], {
      input: skipped.map((path) => `${path}\0`).join(''),
    })
}

/**
 * Brings git's index along after the branch has moved, for paths it changed. Where another program holds the index, it is
 * noted and done later: the publish stands.
 */
export async function followIndex(
  repo: PublishRepo,
  from: string | null,
  to: string,
): Promise<void> {
  const { record } = repo
  const behind = record.get().indexBehind
  const start = behind ? behind.from : from
  try {
    await follow(repo, start, to)
    if (behind) await record.set({ ...record.get(), indexBehind: null })
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error
    await record.set({ ...record.get(), indexBehind: { from: start, to } })
  }
}

/** Tries again what an index held by another program had put off. */
export async function catchUpIndex(repo: PublishRepo): Promise<void> {
  const behind = repo.record.get().indexBehind
  if (behind) await followIndex(repo, behind.from, behind.to)
}
