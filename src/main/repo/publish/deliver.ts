import type { RepoPath } from '../../../shared/domain/repo-path.ts'
import { bringIn, noteClashes } from './bring-in.ts'
import { catchUpIndex, noteIndexBehind } from './follow-index.ts'
import { moveRefs } from './move-refs.ts'
import { baseOf, changeWaiting, waitingOn } from './outbox.ts'
import { commitOf, isInHistory, type PublishRepo, type Standing } from './publish-repo.ts'
import type { Answer, Remote } from './remote.ts'
import type { RemoteFailure } from './remote-failure.ts'
import { replay } from './replay.ts'

/** What became of bringing a site and its remote together. */
export type Delivery =
  | {
      readonly kind: 'together'
      /** The commit both stand on; null where neither has one. */
      readonly commit: string | null
      /** Files of others that came in. */
      readonly brought: readonly RepoPath[]
    }
  | { readonly kind: 'waiting'; readonly failure: RemoteFailure }
  | { readonly kind: 'refused'; readonly failure: RemoteFailure }

/** A site with a remote, while it is being brought together with it. */
interface Line extends Standing {
  readonly remote: Remote
}

const attempts = 6

const gone: RemoteFailure = {
  kind: 'refused',
  words:
    'The version of the site you publish to is not there any more. Everything is kept on this computer. Ask the site’s developer where to publish now.',
}
const diverged: RemoteFailure = {
  kind: 'refused',
  words:
    'Another program recorded changes in this folder, or on the site, which do not follow from one another. Everything is kept on this computer. Ask the site’s developer to bring them together, then publish again.',
}

function failed(failure: RemoteFailure): Delivery {
  return failure.kind === 'refused' ? { kind: 'refused', failure } : { kind: 'waiting', failure }
}

/** Whether what was made here can go on top of the remote's `tip` as it is. */
async function followsFrom(repo: PublishRepo, line: Line, tip: string): Promise<boolean> {
  const [first] = waitingOn(repo, line.branch)
  const base = baseOf(repo, line)
  if (base === null) return false
  if (first?.parent === tip) return true
  const known = (await commitOf(repo.git, tip)) !== null
  return known && isInHistory(repo.git, tip, base)
}

/** Moves what waits onto a remote that others have moved. The folder first, then the refs (see bringIn). */
async function moveOnto(
  repo: PublishRepo,
  line: Line,
  tip: string,
): Promise<readonly RepoPath[] | RemoteFailure> {
  const { git } = repo
  const fetched = (await commitOf(git, tip)) ? null : await line.remote.fetch()
  if (fetched && !fetched.ok) return fetched.failure
  const base = baseOf(repo, line)
  const entries = waitingOn(repo, line.branch)
  const arrived = new Set<number>()
  for (const entry of entries.toReversed()) {
    if (arrived.size > 0 || (await isInHistory(git, entry.commit, tip))) arrived.add(entry.n)
  }
  const left = entries.filter(({ n }) => !arrived.has(n))
  if (line.head !== null && !(await isInHistory(git, line.head, tip))) return diverged
  const replayed = await replay(repo, left, tip)
  await noteClashes(repo, replayed.clashes)
  const brought = await bringIn(repo, base, replayed.entries.at(-1)?.commit ?? tip)
  const delivered = entries.filter(({ n }) => arrived.has(n))
  if (replayed.entries.length === 0) await noteIndexBehind(repo, line.head, tip)
  await changeWaiting(
    repo,
    { now: replayed.entries, gone: [...delivered, ...replayed.empty] },
    // With nothing left the folder stands on the remote's commit: the branch goes with it.
    replayed.entries.length > 0 ? [] : branchMoves(line, tip),
  )
  if (replayed.entries.length === 0) await catchUpIndex(repo, tip)
  return brought
}

function branchMoves({ branch, head, remote }: Line, commit: string) {
  return [
    { ref: `refs/heads/${branch}`, from: head, to: commit },
    { ref: remote.trackingRef, to: commit },
  ]
}

/** The remote has `commit`, and the folder stands on it: branch and index come along. */
async function arrive(repo: PublishRepo, line: Line, commit: string): Promise<boolean> {
  const entries = waitingOn(repo, line.branch)
  const { head } = line
  const follows = head === null || head === entries[0]?.parent
  if (!follows && !(await isInHistory(repo.git, head, commit))) return false
  if (line.head === commit && entries.length === 0) {
    if ((await commitOf(repo.git, line.remote.trackingRef)) !== commit)
      await moveRefs(repo.git, [{ ref: line.remote.trackingRef, to: commit }])
    return true
  }
  await noteIndexBehind(repo, head, commit)
  await changeWaiting(repo, { now: [], gone: entries }, branchMoves(line, commit))
  await catchUpIndex(repo, commit)
  return true
}

/** Whether a branch that is not on the remote was there before. */
async function isGone(repo: PublishRepo, { remote }: Line): Promise<boolean> {
  return (await commitOf(repo.git, remote.trackingRef)) !== null
}

/** What one round came to: an end, or what the remote says now, for the next round. */
type Round =
  | { readonly end: Delivery }
  | { readonly line: Line; readonly answer: Answer<string | null> }

interface Position {
  readonly line: Line
  readonly tip: string | null
  /** Collects files of others that came in. */
  readonly brought: RepoPath[]
}

/** Takes in what others published; answers where the site stands then, or why it could not. */
async function takeIn(
  repo: PublishRepo,
  { line, tip, brought }: Position,
): Promise<Line | RemoteFailure> {
  if (tip === null) return (await isGone(repo, line)) ? gone : line
  if (tip === baseOf(repo, line) || (await followsFrom(repo, line, tip))) return line
  const moved = await moveOnto(repo, line, tip)
  if ('kind' in moved) return moved
  brought.push(...moved)
  return { ...line, head: await commitOf(repo.git, `refs/heads/${line.branch}`) }
}

async function round(repo: PublishRepo, position: Position): Promise<Round> {
  const { tip, brought } = position
  const line = await takeIn(repo, position)
  if ('kind' in line) return { end: failed(line) }
  const mine = baseOf(repo, line)
  if (mine !== null && mine === tip) {
    const arrived = await arrive(repo, line, mine)
    return { end: arrived ? { kind: 'together', commit: tip, brought } : failed(diverged) }
  }
  // Versions another program recorded are sent along with a publish, never by themselves.
  if (mine === null || waitingOn(repo, line.branch).length === 0)
    return { end: { kind: 'together', commit: tip, brought } }
  // On disk by the time the branch moves; while the push is under way it costs nothing.
  const [pushed] = await Promise.all([
    line.remote.push(mine),
    noteIndexBehind(repo, line.head, mine),
  ])
  const answer = await line.remote.look()
  const unchanged = answer.ok && answer.value === tip
  if (!pushed.ok && pushed.failure.kind !== 'moved' && unchanged)
    return { end: failed(pushed.failure) }
  return { line, answer }
}

/**
 * Brings a site and its remote together: takes in what others published, hands over what waits here, and believes only
 * what the remote itself answers. `looked` is an answer to `look` that was asked for already.
 */
export async function deliver(
  repo: PublishRepo,
  standing: Standing & { readonly remote: Remote },
  looked?: Promise<Answer<string | null>>,
): Promise<Delivery> {
  const brought: RepoPath[] = []
  let line: Line = standing
  let answer = await (looked ?? line.remote.look())
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (!answer.ok) return failed(answer.failure)
    const next = await round(repo, { line, tip: answer.value, brought })
    if ('end' in next) return next.end
    line = next.line
    answer = next.answer
  }
  return failed({
    kind: 'offline',
    words: 'Others are publishing at this moment. Galley tries again soon.',
  })
}
