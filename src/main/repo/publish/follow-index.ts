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
  const [changed, beside] = await Promise.all([
    differences(git, from, to),
    files.editedOutOfFolder(),
  ])
  const index = await readIndex(
    git,
    changed.map(({ path }) => path),
  )
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
  const { indexBehind: behind } = now
  if (behind?.to === to) return
  // What was noted for a branch that did not come to move says nothing.
  const start = behind && behind.to === from ? behind.from : from
  // On a full disk only a kill right now would leave the index behind.
  await record.set({ ...now, indexBehind: { from: start, to } }).catch(() => undefined)
}

/**
 * Brings git's index along to where the branch is now, for paths it changed since what was noted before it moved. Where another
 * program holds the index it stays noted and is done later: the publish stands.
 */
export async function catchUpIndex(repo: PublishRepo, head: string | null): Promise<void> {
  const { record, indexPlace } = repo
  const { indexBehind: behind } = record.get()
  if (!behind) return
  await clearOwnLock(indexPlace)
  if (head !== null && head !== behind.from && !(await follow(repo, behind.from, head))) return
  // Done once more after a kill, it does no harm: nobody waits for the disk.
  record.set({ ...record.get(), indexBehind: null }).catch(() => undefined)
}
