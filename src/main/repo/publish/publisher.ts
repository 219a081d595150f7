import type { RepoPath } from '../../../shared/domain/repo-path.ts'
import type { SiteSession } from '../site-session.ts'
import { createQueue, type WorkQueue } from '../work-queue.ts'
import { agree, isAgreed } from './agreed-remote.ts'
import {
  type Decision,
  forgetOver,
  hasOver,
  liveClashes,
  readClashes,
  settleClash,
} from './clashes.ts'
import { type Delivery, deliver } from './deliver.ts'
import { catchUpIndex, noteIndexBehind } from './follow-index.ts'
import { knownIdentity } from './identity.ts'
import { moveRefs } from './move-refs.ts'
import {
  baseOf,
  changeWaiting,
  explainWaiting,
  keepWaiting,
  reconcileOutbox,
  waitingOn,
} from './outbox.ts'
import { type PublishRequest, preparePublish, type Unpublished } from './prepare-publish.ts'
import { openPublishRepo, type PublishRepo, type Standing, standingOf } from './publish-repo.ts'

/** What became of a publish. */
export type Published =
  | { readonly kind: 'nothing' }
  /** Made in this folder, which is published to no other place. */
  | { readonly kind: 'recorded'; readonly commit: string; readonly count: number }
  | {
      readonly kind: 'published'
      readonly commit: string | null
      readonly delivery: Delivery
      /** Paths that were to go out; those that clash have not. */
      readonly count: number
    }
  | { readonly kind: 'waiting'; readonly delivery: Delivery; readonly count: number }

/** Hands over what waits, and notes what came of it. */
async function sendOff(
  repo: PublishRepo,
  now: Standing,
  looked?: Parameters<typeof deliver>[2],
): Promise<Delivery> {
  const { remote, branch, head } = now
  if (remote === null) return { kind: 'together', commit: head, brought: [] }
  const delivery = await deliver(repo, { ...now, remote }, looked)
  if (delivery.kind === 'waiting') explainWaiting(repo, branch, delivery.failure.words)
  // The server's last word: what waited counts as changes again, so that the user can put it right.
  if (delivery.kind === 'refused')
    await changeWaiting(repo, { now: [], gone: waitingOn(repo, branch) })
  return delivery
}

/** Makes a commit the newest of a folder that is published to no other place. */
async function record(
  repo: PublishRepo,
  commit: string,
  { branch, head }: Standing,
): Promise<{ readonly kind: 'recorded'; readonly commit: string }> {
  await noteIndexBehind(repo, head, commit)
  await moveRefs(repo.git, [{ ref: `refs/heads/${branch}`, from: head, to: commit }])
  await catchUpIndex(repo, commit)
  return { kind: 'recorded', commit }
}

const noClashes: Pick<Unpublished, 'clashes'> = { clashes: new Map() }
const hasNoted = ({ record }: PublishRepo) => Object.keys(record.get().clashes).length > 0

/** What is to be published now. `look` is for those whose turn it is in the queue, `unpublished` for everybody else. */
function observer(repo: PublishRepo, queue: WorkQueue) {
  let reconciling: Promise<void> | null = null
  let isTidying = false

  async function standing(): Promise<Standing> {
    const now = await standingOf(repo)
    // Once, for all who ask at the start: a second one would bring back what is delivered by then.
    reconciling ??= reconcileOutbox(repo, now.branch)
    await reconciling.catch((error: unknown) => {
      reconciling = null
      throw error
    })
    return now
  }

  async function look(): Promise<Unpublished> {
    const now = await standing()
    const base = await repo.snapshotOf(baseOf(repo, now))
    const changes = await repo.changesSince(base)
    return { standing: now, base, changes, clashes: liveClashes(repo, base, changes) }
  }

  /** Looked at again in turn: what is asked beside a publish may see the folder half way. */
  async function tidy(): Promise<void> {
    isTidying = false
    const { clashes } = await look()
    if (hasOver(repo, clashes)) await forgetOver(repo, clashes)
  }

  async function unpublished(): Promise<Unpublished> {
    const seen = await look()
    if (!isTidying && hasOver(repo, seen.clashes)) {
      isTidying = true
      // A note that stays longer only asks once more.
      queue.run(tidy).catch(() => undefined)
    }
    return seen
  }

  return { standing, look, unpublished }
}

/** Opens publishing for a site that is not restricted; one thing is done at a time. */
export async function openPublisher(site: SiteSession) {
  const repo = await openPublishRepo(site)
  const queue = createQueue()
  const { standing, look, unpublished } = observer(repo, queue)

  async function publish(request: PublishRequest): Promise<Published> {
    const now = await standing()
    const base = await repo.snapshotOf(baseOf(repo, now))
    const changes = await repo.changesAt(base, request.paths)
    const { clashes } = hasNoted(repo) ? await look() : noClashes
    await agree(repo, now.remote)
    const looked = now.remote?.look()
    // Where making the commit fails, nobody waits for this answer any more.
    looked?.catch(() => undefined)
    const prepared = await preparePublish(repo, { base, changes, clashes }, request)
    if (prepared === null) return { kind: 'nothing' }
    const { commit, count, at } = prepared
    if (!now.remote) return { ...(await record(repo, commit, now)), count }
    await keepWaiting(repo, {
      commit,
      parent: base.commit,
      branch: now.branch,
      summary: request.message.split('\n')[0]?.slice(0, 200) ?? '',
      count,
      since: at.toISOString(),
      reason: 'It is on its way.',
    })
    const delivery = await sendOff(repo, now, looked)
    if (delivery.kind === 'together')
      return { kind: 'published', commit: delivery.commit, delivery, count }
    return { kind: 'waiting', delivery, count }
  }

  return {
    repo,
    unpublished,
    standing,
    /** Whether some of these paths are not part of the site yet. */
    async hasNew(paths: Iterable<RepoPath>): Promise<boolean> {
      const { files } = await repo.snapshotOf(baseOf(repo, await standing()))
      return [...paths].some((path) => !files.has(path))
    },
    identity: () => knownIdentity(repo),
    publish: (request: PublishRequest) => queue.run(() => publish(request)),
    /** Whether the site may be asked for changes without the user asking. */
    async mayLook(): Promise<boolean> {
      const { remote } = await standing()
      return remote === null || isAgreed(repo, remote)
    },
    /** Takes in what others published and hands over what waits. */
    sync: () =>
      queue.run(async () => {
        const now = await standing()
        await agree(repo, now.remote)
        await catchUpIndex(repo, now.head)
        return sendOff(repo, now)
      }),
    /** Carries out a decision about a clash. */
    resolve: (decision: Decision) =>
      queue.run(async () => settleClash(repo, await look(), decision)),
    countClashes: async () => (hasNoted(repo) ? (await unpublished()).clashes.size : 0),
    clashes: async () => {
      if (!hasNoted(repo)) return []
      const { base, clashes } = await unpublished()
      return readClashes(repo, base, clashes)
    },
    /** Whether another program held git's index, so that it still has to follow. */
    isIndexBehind: () => repo.record.get().indexBehind !== null,
    /** What waits for the network, the oldest first. */
    waiting: () => repo.record.get().outbox,
    /** Ends what is under way on the network and waits for the rest; what is not delivered waits for the next start. */
    async close() {
      repo.closing.abort()
      await queue.idle()
      await repo.record.idle()
    },
  }
}

export type Publisher = Awaited<ReturnType<typeof openPublisher>>
