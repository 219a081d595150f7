import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import type { Change } from '../../../shared/domain/change-set.ts'
import type { RepoPath } from '../../../shared/domain/repo-path.ts'
import { AppError } from '../../../shared/ipc/app-error.ts'
import { readBlobs } from './git-objects.ts'
import type { LocalChange } from './judge-file.ts'
import { hasCarriageReturnsOnly, hasLineFeedsOnly, withCarriageReturns } from './line-ends.ts'
import { differences, type PathDifference } from './make-commit.ts'
import { mergeFile } from './merge-file.ts'
import type { PublishRepo } from './publish-repo.ts'
import { isPlainFile } from './snapshot.ts'

/** Adds files that need a decision, with the content both sides began with, keeping the oldest. */
export async function noteClashes(
  { record }: Pick<PublishRepo, 'record'>,
  found: ReadonlyMap<RepoPath, string | null>,
): Promise<void> {
  if (found.size === 0) return
  const now = record.get()
  await record.set({ ...now, clashes: { ...Object.fromEntries(found), ...now.clashes } })
}

interface Plan {
  readonly changes: readonly Change[]
  readonly clashes: ReadonlyMap<RepoPath, string | null>
  readonly executable: readonly RepoPath[]
}

/** The bytes of a file that others changed, with the line ends this folder has. */
async function inFolderStyle({ files }: PublishRepo, path: RepoPath, bytes: Uint8Array) {
  if (!hasLineFeedsOnly(bytes)) return bytes
  const now = await files.read(path).catch(() => null)
  return now && hasCarriageReturnsOnly(now.bytes) ? withCarriageReturns(bytes) : bytes
}

type Step = Change | 'nothing' | 'clash'

/** What has to be done in the folder for one file of others; `mine` is the folder's own change of it. */
async function stepFor(
  repo: PublishRepo,
  { path, before, after }: PathDifference,
  { mine, bytes }: { mine: LocalChange | undefined; bytes: Uint8Array | undefined },
): Promise<Step> {
  const { files } = repo
  if (mine) {
    if ((mine.now?.id ?? null) === (after?.id ?? null)) return 'nothing'
    const merged = await mergeFile(repo, { path, base: before, mine: mine.now, theirs: after })
    if (merged.kind === 'clash') return 'clash'
    return merged.bytes ? { kind: 'write', path, content: merged.bytes } : 'nothing'
  }
  if (after === null) {
    const there = await files.read(path).catch(() => null)
    return there ? { kind: 'delete', path } : 'nothing'
  }
  // A file that git ignores here; nobody may lose it.
  if (before === null && (await files.locate(path)) !== null) return 'clash'
  const content = await inFolderStyle(repo, path, bytes ?? new Uint8Array())
  return { kind: 'write', path, content }
}

/** Whether a file made or `kept` here stands where a path needs a folder, or the other way round. */
function inTheWayOf(
  local: readonly LocalChange[],
  kept: readonly RepoPath[],
): (path: RepoPath) => boolean {
  const made = [...kept, ...local.filter(({ now }) => now !== null).map(({ path }) => path)]
  return (path) =>
    made.some((other) => path.startsWith(`${other}/`) || other.startsWith(`${path}/`))
}

/** The folder's own files at these paths, by SHA-256; null: there is none. */
async function statesOf(
  { files }: PublishRepo,
  incoming: readonly PathDifference[],
): Promise<ReadonlyMap<RepoPath, string | null>> {
  const states = new Map<RepoPath, string | null>()
  for (const { path } of incoming) {
    const state = await files.read(path).then(
      ({ sha }) => sha,
      (error: unknown) =>
        error instanceof AppError && error.code === 'not-found' ? null : undefined,
    )
    if (state !== undefined) states.set(path, state)
  }
  return states
}

/** The step, for the state that was looked at: what is saved at its path meanwhile is never written over. */
function over(step: Change, state: string | null | undefined): Change {
  if (step.kind === 'write') return { ...step, was: state }
  return step.kind === 'delete' && state ? { ...step, was: state } : step
}

async function planFor(
  repo: PublishRepo,
  from: string | null,
  incoming: readonly PathDifference[],
): Promise<Plan> {
  // Before the folder is looked through: what changes from here on is seen as changed, or refused by the step.
  const states = await statesOf(repo, incoming)
  const local = new Map(
    (await repo.changesSince(await repo.snapshotOf(from))).map((change) => [change.path, change]),
  )
  const noted = repo.record.get().clashes
  const plain = incoming.filter(
    ({ path, before, after }) =>
      !(path in noted) && [before, after].every((entry) => !entry || isPlainFile(entry)),
  )
  const blobs = await readBlobs(
    repo.git,
    plain.flatMap(({ after }) => after?.id ?? []),
  )
  const changes: Change[] = []
  const clashes = new Map<RepoPath, string | null>()
  const isBlocked = inTheWayOf([...local.values()], Object.keys(noted))
  for (const difference of plain) {
    const { path, before, after } = difference
    const sides = { mine: local.get(path), bytes: blobs.get(after?.id ?? '') }
    const blocked = after !== null && isBlocked(path)
    const step = blocked ? 'clash' : await stepFor(repo, difference, sides)
    if (step === 'clash') clashes.set(path, before?.id ?? null)
    else if (step !== 'nothing') changes.push(over(step, states.get(path)))
  }
  const executable = plain.flatMap(({ path, after }) => (after?.mode === '100755' ? [path] : []))
  return { changes, clashes, executable: executable.filter((path) => !clashes.has(path)) }
}

const mostTries = 5

/** Plans and writes; where a file is saved in between, all is looked at anew. Answers which files are programs. */
async function writeIncoming(
  repo: PublishRepo,
  from: string | null,
  incoming: readonly PathDifference[],
): Promise<readonly RepoPath[]> {
  for (let tries = 1; ; tries++) {
    const { changes, clashes, executable } = await planFor(repo, from, incoming)
    await noteClashes(repo, clashes)
    if (changes.length === 0) return executable
    try {
      await repo.files.apply({ summary: 'Bring in changes from others', changes })
      return executable
    } catch (error) {
      const isSaved = error instanceof AppError && error.code === 'conflict'
      if (!isSaved || tries === mostTries) throw error
    }
  }
}

/**
 * Makes the folder, which stands on `from`, stand on `to`: files that others changed are written where they are unchanged
 * here, files changed on both sides are noted as clashes. Done before the branch moves, so that a kill in between leaves
 * changes that the next look finds equal, never a folder that would take others' work back.
 */
export async function bringIn(
  repo: PublishRepo,
  from: string | null,
  to: string,
): Promise<readonly RepoPath[]> {
  const incoming = await differences(repo.git, from, to)
  if (incoming.length === 0) return []
  const executable = await writeIncoming(repo, from, incoming)
  if (process.platform !== 'win32')
    for (const path of executable)
      await chmod(join(repo.git.root, path), 0o755).catch(() => undefined)
  return incoming.map(({ path }) => path)
}
