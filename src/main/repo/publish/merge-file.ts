import type { RepoPath } from '../../../shared/domain/repo-path.ts'
import { readBlobs } from './git-objects.ts'
import type { PublishRepo } from './publish-repo.ts'
import type { TreeEntry } from './snapshot.ts'

/** One file as it was, as it is here, and as it is on the site by now; null: it is not there. */
export interface ThreeSides {
  readonly path: RepoPath
  readonly base: TreeEntry | null
  readonly mine: TreeEntry | null
  readonly theirs: TreeEntry | null
}

/** What becomes of a file both sides changed. `clash`: somebody has to decide. */
export type Merged =
  | { readonly kind: 'merged'; readonly entry: TreeEntry | null; readonly bytes: Uint8Array | null }
  | { readonly kind: 'clash' }

const same = (one: TreeEntry | null, two: TreeEntry | null) =>
  one === null ? two === null : one.id === two?.id

/**
 * Joins both sides of one file. Only what needs no joining is joined: where one side is as before or both are equal.
 * Files changed differently on both sides wait for a decision.
 */
export async function mergeFile(
  { git }: Pick<PublishRepo, 'git'>,
  { base, mine, theirs }: ThreeSides,
): Promise<Merged> {
  const winner = same(mine, theirs) || same(mine, base) ? theirs : same(theirs, base) ? mine : null
  const decided = winner !== null || same(mine, theirs) || same(mine, base) || same(theirs, base)
  if (!decided) return { kind: 'clash' }
  if (winner === null) return { kind: 'merged', entry: null, bytes: null }
  const bytes = (await readBlobs(git, [winner.id])).get(winner.id) ?? null
  return { kind: 'merged', entry: winner, bytes }
}
