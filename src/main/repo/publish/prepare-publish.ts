import type { RepoPath } from '../../../shared/domain/repo-path.ts'
import { AppError } from '../../../shared/ipc/app-error.ts'
import type { Identity } from '../../../shared/ipc/publish-calls.ts'
import { planTree, type TreeEdits } from './build-tree.ts'
import { writeBlobs } from './git-objects.ts'
import { knownIdentity, signatureOf } from './identity.ts'
import type { LocalChange } from './judge-file.ts'
import { withLineFeeds } from './line-ends.ts'
import { makeCommit } from './make-commit.ts'
import type { PublishRepo, Standing } from './publish-repo.ts'
import type { Snapshot, TreeEntry } from './snapshot.ts'

/** What the folder holds that the site does not have yet. */
export interface Unpublished {
  readonly standing: Standing
  readonly base: Snapshot
  readonly changes: readonly LocalChange[]
  /** Paths changed here and on the site, which wait for a decision, with the content both began with. */
  readonly clashes: ReadonlyMap<RepoPath, string | null>
}

export interface PublishRequest {
  /** Paths to publish as they are in the folder; both ends of a move. */
  readonly paths: ReadonlySet<RepoPath>
  readonly message: string
  readonly identity: Identity | null
}

/** What a publish has to say when the folder was edited between plan and publish. */
const changedMeanwhile = (path: RepoPath) =>
  new AppError(
    'conflict',
    `“${path}” was changed while it was being published, so nothing was published. Your work is kept. Try again.`,
  )

/** The contents of the chosen changes, in the object database. */
async function writeEdits(
  { git, files }: PublishRepo,
  chosen: readonly LocalChange[],
): Promise<TreeEdits> {
  const edits = new Map<RepoPath, TreeEntry | null>()
  const contents: Uint8Array[] = []
  const written: LocalChange[] = []
  for (const change of chosen) {
    const { path, now } = change
    edits.set(path, now && { mode: now.mode, id: now.id })
    if (!now) continue
    const file = await files.read(path)
    if (file.sha !== now.sha) throw changedMeanwhile(path)
    contents.push(now.turnsToLineFeeds ? withLineFeeds(file.bytes) : file.bytes)
    written.push(change)
  }
  const ids = await writeBlobs(git, contents)
  written.forEach(({ path, now }, index) => {
    if (now?.id !== ids[index]) throw changedMeanwhile(path)
  })
  return edits
}

/** Where files and folders of one name meet, nothing can be published until one is renamed. */
function requireRoom(base: Snapshot, edits: TreeEdits, { idLength }: PublishRepo): void {
  const [first] = planTree(base, edits, idLength).inTheWay
  if (first !== undefined)
    throw new AppError(
      'conflict',
      `“${first}” needs a place where the site has something else of that name, so nothing was published. Publish the removal of the other one with it, or rename one of them.`,
    )
}

/** A publish as a commit that nobody knows of yet. */
export interface Prepared {
  readonly commit: string
  readonly count: number
  readonly at: Date
}

/** Makes the chosen changes a commit in the object database; null where none of them is left. */
export async function preparePublish(
  repo: PublishRepo,
  { base, changes, clashes }: Omit<Unpublished, 'standing'>,
  { paths, message, identity }: PublishRequest,
): Promise<Prepared | null> {
  const chosen = changes.filter(
    ({ path, problem }) => paths.has(path) && problem === null && !clashes.has(path),
  )
  if (chosen.length === 0) return null
  const who = identity ?? (await knownIdentity(repo))
  if (!who)
    throw new AppError(
      'invalid-input',
      'Galley needs your name and e-mail address to publish. Fill them in, then publish again.',
    )
  const at = new Date()
  const signature = signatureOf(who, at)
  if (identity && !isSame(identity, repo.record.get().identity))
    await repo.record.set({ ...repo.record.get(), identity })
  const edits = await writeEdits(repo, chosen)
  requireRoom(base, edits, repo)
  const request = { on: base, edits, message: message.replaceAll('\0', ''), signature }
  const commit = await makeCommit(repo.git, request, repo.idLength)
  return commit === null ? null : { commit, count: chosen.length, at }
}

const isSame = (one: Identity, two: Identity | null) =>
  one.name === two?.name && one.email === two.email
