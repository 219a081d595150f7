import { differences } from './make-commit.ts'
import type { RefMove } from './move-refs.ts'
import { moveRefs } from './move-refs.ts'
import type { OutboxEntry } from './publish-record.ts'
import type { PublishRepo } from './publish-repo.ts'
import { readCommit } from './read-commit.ts'

const folder = 'refs/galley/outbox/'

/** The ref that keeps a waiting publish's commit. */
function outboxRef({ n }: Pick<OutboxEntry, 'n'>): string {
  return `${folder}${n}`
}

/** Waiting publishes of one branch, the oldest first. */
export function waitingOn({ record }: Pick<PublishRepo, 'record'>, branch: string) {
  return record
    .get()
    .outbox.filter((entry) => entry.branch === branch)
    .toSorted((one, two) => one.n - two.n)
}

/** The commit the folder's changes are told from: the newest waiting publish, else the branch. */
export function baseOf(
  repo: Pick<PublishRepo, 'record'>,
  { branch, head }: { readonly branch: string; readonly head: string | null },
): string | null {
  return waitingOn(repo, branch).at(-1)?.commit ?? head
}

/** Nobody waits for the disk: what the record says of a publish can be told from its ref as well. */
function setOutbox({ record }: PublishRepo, outbox: readonly OutboxEntry[]): void {
  record.set({ ...record.get(), outbox: [...outbox] }).catch(() => undefined)
}

/** Keeps a commit until the site has it. The ref comes first: it is what counts after a kill. */
export async function keepWaiting(
  repo: PublishRepo,
  entry: Omit<OutboxEntry, 'n'>,
): Promise<OutboxEntry> {
  const { outbox } = repo.record.get()
  const n = Math.max(0, ...outbox.map((other) => other.n)) + 1
  const kept = { ...entry, n }
  await moveRefs(repo.git, [{ ref: outboxRef(kept), from: null, to: entry.commit }])
  setOutbox(repo, [...outbox, kept])
  return kept
}

/** Replaces waiting publishes by ones made anew, and drops those of `gone`, with further refs in one step. */
export async function changeWaiting(
  repo: PublishRepo,
  { now, gone }: { readonly now: readonly OutboxEntry[]; readonly gone: readonly OutboxEntry[] },
  further: readonly RefMove[] = [],
): Promise<void> {
  const { outbox } = repo.record.get()
  const old = new Map(outbox.map((entry) => [entry.n, entry.commit]))
  await moveRefs(repo.git, [
    ...gone.map((entry) => ({ ref: outboxRef(entry), to: null })),
    ...now.flatMap((entry) =>
      old.get(entry.n) === entry.commit ? [] : [{ ref: outboxRef(entry), to: entry.commit }],
    ),
    ...further,
  ])
  const changed = new Map(now.map((entry) => [entry.n, entry]))
  const dropped = new Set(gone.map(({ n }) => n))
  setOutbox(
    repo,
    outbox.filter(({ n }) => !dropped.has(n)).map((entry) => changed.get(entry.n) ?? entry),
  )
}

/** Says of each waiting publish why it waits. */
export function explainWaiting(repo: PublishRepo, branch: string, reason: string): void {
  const { outbox } = repo.record.get()
  if (outbox.every((entry) => entry.branch !== branch || entry.reason === reason)) return
  setOutbox(
    repo,
    outbox.map((entry) => (entry.branch === branch ? { ...entry, reason } : entry)),
  )
}

/** Puts the record right after a kill: the repository's own refs tell what waits. */
export async function reconcileOutbox(repo: PublishRepo, branch: string): Promise<void> {
  const { git, record } = repo
  const output = await git.bytes([
    'for-each-ref',
    '--format=%(refname) %(objectname) %(committerdate:iso-strict) %(subject)',
    folder,
  ])
  const known = new Map(record.get().outbox.map((entry) => [entry.n, entry]))
  const found: OutboxEntry[] = []
  for (const line of output.toString().split('\n').filter(Boolean)) {
    const [ref = '', commit = '', since = '', ...words] = line.split(' ')
    const n = Number(ref.slice(folder.length))
    const old = known.get(n)
    if (!Number.isInteger(n) || n < 1) continue
    if (old?.commit === commit) found.push(old)
    else
      found.push({
        n,
        commit,
        parent: (await readCommit(git, commit)).parent,
        branch: old?.branch ?? branch,
        summary: old?.summary ?? words.join(' '),
        count: old?.count ?? (await differences(git, `${commit}^`, commit).catch(() => [])).length,
        since: old?.since ?? since,
        reason: old?.reason ?? 'It has not reached the site yet.',
      })
  }
  setOutbox(
    repo,
    found.toSorted((one, two) => one.n - two.n),
  )
}
