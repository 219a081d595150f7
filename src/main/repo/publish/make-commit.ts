import type { RepoPath } from '../../../shared/domain/repo-path.ts'
import type { Git } from '../git/git.ts'
import type { TreeEdits } from './build-tree.ts'
import { planTree, writeTree } from './build-tree.ts'
import { type IdLength, objectId } from './git-objects.ts'
import type { Snapshot, TreeEntry } from './snapshot.ts'

/** One path that two states differ in; null: it is not there. */
export interface PathDifference {
  readonly path: RepoPath
  readonly before: TreeEntry | null
  readonly after: TreeEntry | null
}

/** Who a commit is by and when it was made, as git's variables. */
export type Signature = Readonly<Record<string, string>>

export interface CommitRequest {
  /** What the commit is made on. */
  readonly on: Snapshot
  readonly edits: TreeEdits
  readonly message: string
  readonly signature: Signature
}

const noId = /^0+$/

/** The last comparisons of each repository: a publish is checked, then its index follows the same way. Commits never change. */
const remembered = new WeakMap<Git, Map<string, Promise<readonly PathDifference[]>>>()

/** Every path two commits differ in (`from` null: before the first), without guessing at moves. */
export function differences(
  git: Git,
  from: string | null,
  to: string,
): Promise<readonly PathDifference[]> {
  const known = remembered.get(git) ?? new Map<string, Promise<readonly PathDifference[]>>()
  remembered.set(git, known)
  const key = `${from}..${to}`
  const old = known.get(key)
  if (old !== undefined) return old
  const made = readDifferences(git, from, to)
  known.set(key, made)
  made.catch(() => known.delete(key))
  for (const oldest of known.keys()) if (known.size > 4) known.delete(oldest)
  return made
}

async function readDifferences(
  git: Git,
  from: string | null,
  to: string,
): Promise<readonly PathDifference[]> {
  // git knows the empty tree of every repository.
  const nothing = () => objectId('tree', new Uint8Array(), to.length === 64 ? 64 : 40)
  const output = await git.bytes([
    'diff-tree',
    '-r',
    '-z',
    '--raw',
    '--full-index',
    '--no-commit-id',
    '--no-renames',
    '--no-ext-diff',
    '--no-textconv',
    from ?? nothing(),
    to,
  ])
  const parts = output.toString('utf8').split('\0')
  const found: PathDifference[] = []
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [was = '', mode = '', wasId = '', id = ''] = (parts[at] ?? '').slice(1).split(' ')
    found.push({
      path: parts[at + 1] ?? '',
      before: noId.test(wasId) ? null : { mode: was, id: wasId },
      after: noId.test(id) ? null : { mode, id },
    })
  }
  return found
}

const sameEntry = (one: TreeEntry | null, two: TreeEntry | null) =>
  one?.id === two?.id && one?.mode === two?.mode

/** A commit holds what was planned and nothing else, or it is not made known to anybody. */
async function requireExactly(git: Git, commit: string, { on, edits }: CommitRequest) {
  const wanted = [...edits].filter(([path, entry]) => !sameEntry(on.files.get(path) ?? null, entry))
  const found = await differences(git, on.commit, commit)
  const exact =
    found.length === wanted.length &&
    found.every(({ path, after }) => edits.has(path) && sameEntry(edits.get(path) ?? null, after))
  if (!exact) throw new Error('the commit differs from what was planned')
}

/**
 * Makes a commit in the object database, without index, working folder or branch. null: nothing would change.
 * Paths that stand in each other's way must have been taken out before.
 */
export async function makeCommit(
  git: Git,
  request: CommitRequest,
  idLength: IdLength,
): Promise<string | null> {
  const { on, edits, message, signature } = request
  const changes = [...edits].some(([path, entry]) => !sameEntry(on.files.get(path) ?? null, entry))
  if (!changes) return null
  const tree = await writeTree(git, planTree(on, edits, idLength))
  const parents = on.commit === null ? [] : ['-p', on.commit]
  const output = await git.bytes(
    ['-c', 'i18n.commitEncoding=utf-8', 'commit-tree', tree, ...parents],
    { input: message, env: signature },
  )
  const commit = output.toString().trim()
  await requireExactly(git, commit, request)
  return commit
}
