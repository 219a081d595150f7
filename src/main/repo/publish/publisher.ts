import type { RepoPath } from '../../../shared/domain/repo-path.ts'
import { AppError } from '../../../shared/ipc/app-error.ts'
import type { Identity } from '../../../shared/ipc/publish-calls.ts'
import type { SiteSession } from '../site-session.ts'
import { createQueue } from '../work-queue.ts'
import { planTree, type TreeEdits } from './build-tree.ts'
import { type Decision, liveClashes, readClashes, settleClash } from './clashes.ts'
import { type Delivery, deliver } from './deliver.ts'
import { catchUpIndex, followIndex } from './follow-index.ts'
import { writeBlobs } from './git-objects.ts'
import { knownIdentity, signatureOf } from './identity.ts'
import { withLineFeeds } from './line-ends.ts'
import type { LocalChange } from './local-changes.ts'
import { makeCommit } from './make-commit.ts'
import { moveRefs } from './move-refs.ts'
import {
  baseOf,
  changeWaiting,
  explainWaiting,
  keepWaiting,
  reconcileOutbox,
  waitingOn,
} from './outbox.ts'
import { openPublishRepo, type PublishRepo, type Standing, standingOf } from './publish-repo.ts'
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

/** What became of a publish. */
export type Published =
  | { readonly kind: 'nothing' }
  /** Made in this folder, which is published to no other place. */
  | { readonly kind: 'recorded'; readonly commit: string }
  | { readonly kind: 'published'; readonly commit: string | null; readonly delivery: Delivery }
  | { readonly kind: 'waiting'; readonly delivery: Delivery }

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

/** Opens publishing for a site that is not restricted; one thing is done at a time. */
export async function openPublisher(site: SiteSession) {
  const repo = await openPublishRepo(site)
  const queue = createQueue()
  let reconciled = false

  async function standing(): Promise<Standing> {
    const now = await standingOf(repo)
    if (!reconciled) {
      await reconcileOutbox(repo, now.branch)
      reconciled = true
    }
    return now
  }

  async function unpublished(): Promise<Unpublished> {
    const now = await standing()
    const base = await repo.snapshotOf(baseOf(repo, now))
    const changes = await repo.changesSince(base)
    return { standing: now, base, changes, clashes: await liveClashes(repo, base, changes) }
  }

  async function sendOff(now: Standing, looked?: Parameters<typeof deliver>[2]): Promise<Delivery> {
    const { remote, branch, head } = now
    if (remote === null) return { kind: 'together', commit: head, brought: [] }
    const delivery = await deliver(repo, { ...now, remote }, looked)
    if (delivery.kind === 'waiting') await explainWaiting(repo, branch, delivery.failure.words)
    // The server's last word: what waited counts as changes again, so that the user can put it right.
    if (delivery.kind === 'refused')
      await changeWaiting(repo, { now: [], gone: waitingOn(repo, branch) })
    return delivery
  }

  async function record(commit: string, { branch, head }: Standing): Promise<Published> {
    await moveRefs(repo.git, [{ ref: `refs/heads/${branch}`, from: head, to: commit }])
    await followIndex(repo, head, commit)
    return { kind: 'recorded', commit }
  }

  async function publish({ paths, message, identity }: PublishRequest): Promise<Published> {
    const { standing: now, base, changes, clashes } = await unpublished()
    const chosen = changes.filter(
      ({ path, problem }) => paths.has(path) && problem === null && !clashes.has(path),
    )
    if (chosen.length === 0) return { kind: 'nothing' }
    const who = identity ?? (await knownIdentity(repo))
    if (!who)
      throw new AppError(
        'invalid-input',
        'Galley needs your name and e-mail address to publish. Fill them in, then publish again.',
      )
    const at = new Date()
    const signature = signatureOf(who, at)
    if (identity) await repo.record.set({ ...repo.record.get(), identity })
    const looked = now.remote?.look()
    // Where making the commit fails, nobody waits for this answer any more.
    looked?.catch(() => undefined)
    const edits = await writeEdits(repo, chosen)
    requireRoom(base, edits, repo)
    const commit = await makeCommit(
      repo.git,
      { on: base, edits, message: message.replaceAll('\0', ''), signature },
      repo.idLength,
    )
    if (commit === null) return { kind: 'nothing' }
    if (!now.remote) return record(commit, now)
    await keepWaiting(repo, {
      commit,
      parent: base.commit,
      branch: now.branch,
      summary: message.split('\n')[0]?.slice(0, 200) ?? '',
      count: chosen.length,
      since: at.toISOString(),
      reason: 'It is on its way.',
    })
    const delivery = await sendOff(now, looked)
    if (delivery.kind === 'together')
      return { kind: 'published', commit: delivery.commit, delivery }
    return { kind: 'waiting', delivery }
  }

  return {
    repo,
    unpublished,
    standing,
    identity: () => knownIdentity(repo),
    publish: (request: PublishRequest) => queue.run(() => publish(request)),
    /** Takes in what others published and hands over what waits. */
    sync: () =>
      queue.run(async () => {
        const now = await standing()
        await catchUpIndex(repo)
        return sendOff(now)
      }),
    /** Carries out a decision about a clash. */
    resolve: (decision: Decision) =>
      queue.run(async () => {
        const { base, clashes } = await unpublished()
        const noted = new Map([...clashes].filter(([path]) => path === decision.path))
        const [sides] = await readClashes(repo, base, noted)
        if (sides) await settleClash(repo, sides, decision)
      }),
    clashes: async () => {
      const { base, clashes } = await unpublished()
      return readClashes(repo, base, clashes)
    },
    /** What waits for the network, the oldest first. */
    waiting: () => repo.record.get().outbox,
    idle: () => queue.idle(),
  }
}

export type Publisher = Awaited<ReturnType<typeof openPublisher>>
