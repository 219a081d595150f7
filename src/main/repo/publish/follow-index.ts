import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { readIndex } from './index-entries.ts'
import { clearOwnLock, updateIndex } from './index-lock.ts'
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

/** False where another program holds the index. */
async function follow(
  { git, files, indexPlace }: PublishRepo,
  from: string | null,
  to: string,
): Promise<boolean> {
  const [changed, index, beside] = await Promise.all([
    differences(git, from, to),
    readIndex(git),
    files.editedOutOfFolder(),
  ])
  // What somebody has staged differently stays theirs.
  const ours = changed.filter(({ path, before }) => same(before, index.get(path)))
  if (ours.length === 0) return true
  const lines = ours.map(({ path, after }) =>
    after ? `${after.mode} ${after.id}\t${path}\0` : `0 ${'0'.repeat(to.length)}\t${path}\0`,
  )
  if (!(await updateIndex(indexPlace, ['-z', '--index-info'], lines.join('')))) return false
  const skipped: string[] = []
  for (const { path, after } of ours)
    if (after && (index.get(path)?.skipped || beside.has(path)))
      if (!(await isInFolder(git.root, path))) skipped.push(`${path}\0`)
  if (skipped.length === 0) return true
  return updateIndex(indexPlace, ['-z', '--skip-worktree', '--stdin'], skipped.join(''))
}

/** To be noted before a branch moves: git's index has to follow it, also after a kill in between. */
export async function noteIndexBehind(
  { record }: PublishRepo,
  from: string | null,
  to: string,
): Promise<void> {
  const now = record.get()
  const start = now.indexBehind ? now.indexBehind.from : from
  await record.set({ ...now, indexBehind: { from: start, to } })
}

/**
 * Brings git's index along after the branch has moved to `head`, for paths it changed, as noted before. Where another
 * program holds the index it stays noted and is done later: the publish stands.
 */
export async function catchUpIndex(repo: PublishRepo, head: string | null): Promise<void> {
  const { record, indexPlace } = repo
  const { indexBehind: behind } = record.get()
  if (!behind) return
  await clearOwnLock(indexPlace)
  // Another program has moved the branch since, or it never moved: the index is not ours to change.
  if (behind.to === head && !(await follow(repo, behind.from, behind.to))) return
  await record.set({ ...record.get(), indexBehind: null })
}
