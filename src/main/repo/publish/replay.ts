import type { RepoPath } from '../../../shared/domain/repo-path.ts'
import { planTree } from './build-tree.ts'
import { differences, makeCommit } from './make-commit.ts'
import { mergeFile } from './merge-file.ts'
import type { OutboxEntry } from './publish-record.ts'
import type { PublishRepo } from './publish-repo.ts'
import { readCommit } from './read-commit.ts'
import { readSnapshot, type Snapshot, type TreeEntry } from './snapshot.ts'

export interface Replayed {
  readonly entries: readonly OutboxEntry[]
  /** Entries of which nothing was left to do. */
  readonly empty: readonly OutboxEntry[]
  readonly clashes: ReadonlyMap<RepoPath, string | null>
}

/** The changes of one commit, joined with a newer state. */
async function editsOn(
  repo: PublishRepo,
  { commit, parent }: { readonly commit: string; readonly parent: string | null },
  on: Snapshot,
) {
  const edits = new Map<RepoPath, TreeEntry | null>()
  const clashes = new Map<RepoPath, string | null>()
  const changed = await differences(repo.git, parent, commit)
  const bases = new Map(changed.map(({ path, before }) => [path, before?.id ?? null]))
  for (const { path, before, after } of changed) {
    const theirs = on.files.get(path) ?? null
    const merged = await mergeFile(repo, { path, base: before, mine: after, theirs })
    if (merged.kind === 'clash') clashes.set(path, before?.id ?? null)
    else edits.set(path, merged.entry)
  }
  for (const path of planTree(on, edits, repo.idLength).inTheWay) {
    edits.delete(path)
    clashes.set(path, bases.get(path) ?? null)
  }
  return { edits, clashes }
}

/** Makes waiting publishes again on a newer state of the site, with their words, author and dates. */
export async function replay(
  repo: PublishRepo,
  entries: readonly OutboxEntry[],
  tip: string,
): Promise<Replayed> {
  const done: OutboxEntry[] = []
  const empty: OutboxEntry[] = []
  const clashes = new Map<RepoPath, string | null>()
  let on = await repo.snapshotOf(tip)
  for (const entry of entries) {
    const { parent, message, signature } = await readCommit(repo.git, entry.commit)
    const joined = await editsOn(repo, { commit: entry.commit, parent }, on)
    for (const [path, base] of joined.clashes) if (!clashes.has(path)) clashes.set(path, base)
    const { edits } = joined
    const commit = await makeCommit(repo.git, { on, edits, message, signature }, repo.idLength)
    if (commit === null) empty.push(entry)
    else {
      done.push({ ...entry, commit, parent: on.commit, count: entry.count - joined.clashes.size })
      on = await readSnapshot(repo.git, commit)
    }
  }
  return { entries: done, empty, clashes }
}
