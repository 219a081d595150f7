import type { Change } from '../../../shared/domain/change-set.ts'
import type { RepoPath } from '../../../shared/domain/repo-path.ts'
import { AppError } from '../../../shared/ipc/app-error.ts'
import { shaOf } from '../disk.ts'
import { readBlobs } from './git-objects.ts'
import type { LocalChange } from './judge-file.ts'
import type { PublishRepo } from './publish-repo.ts'
import type { Snapshot } from './snapshot.ts'

/** The three versions of a file that both sides changed; null: not there. */
export interface ClashSides {
  readonly path: RepoPath
  readonly base: Uint8Array | null
  readonly mine: Uint8Array | null
  readonly theirs: Uint8Array | null
  /** Who changed it on the site and when (ISO); '' where nobody can tell. */
  readonly author: string
  readonly date: string
}

/** A user's decision about one clash. */
export interface Decision {
  readonly path: RepoPath
  readonly choice: 'mine' | 'theirs' | 'both'
  /** The joined text, for `both`. */
  readonly text: string | null
  /** SHA-256 of the version of the others that was decided about. */
  readonly theirsSha: string | null
}

type Clashes = ReadonlyMap<RepoPath, string | null>

/**
 * The noted clashes that still are some. One is over when the user's file is as on the site, or when the site's is as it
 * was before. While changes of others are coming in, the folder and its branch do not fit together for a moment, and a
 * clash may look over: what this answers is for showing, and only `forgetOver` drops a note.
 */
export function liveClashes(
  { record }: Pick<PublishRepo, 'record'>,
  base: Snapshot,
  changes: readonly LocalChange[],
): Clashes {
  const changed = new Set(changes.map(({ path }) => path))
  return new Map(
    Object.entries(record.get().clashes).filter(
      ([path, baseId]) => changed.has(path) && (base.files.get(path)?.id ?? null) !== baseId,
    ),
  )
}

/** Whether clashes are noted that are not among these. */
export const hasOver = ({ record }: Pick<PublishRepo, 'record'>, live: Clashes): boolean =>
  Object.keys(record.get().clashes).some((path) => !live.has(path))

/** Drops the notes of clashes that are over. Only while nothing is being published or brought in. */
export async function forgetOver(
  { record }: Pick<PublishRepo, 'record'>,
  live: Clashes,
): Promise<void> {
  await record.set({ ...record.get(), clashes: Object.fromEntries(live) })
}

async function lastChange({ git }: PublishRepo, commit: string | null, path: RepoPath) {
  if (commit === null) return ['', '']
  const text = await git
    .run(['log', '-1', '--no-show-signature', '--format=%an%x00%aI', commit, '--', path])
    .catch(() => '')
  return text.trim().split('\0')
}

/** Reads all versions of the clashes. */
export async function readClashes(
  repo: PublishRepo,
  base: Snapshot,
  clashes: Clashes,
): Promise<readonly ClashSides[]> {
  const theirIds = [...clashes.keys()].flatMap((path) => base.files.get(path)?.id ?? [])
  const baseIds = [...clashes.values()].filter((id) => id !== null)
  const blobs = await readBlobs(repo.git, [...theirIds, ...baseIds])
  const blob = (id: string | null | undefined) => (id ? (blobs.get(id) ?? null) : null)
  return Promise.all(
    [...clashes].map(async ([path, baseId]) => {
      const mine = await repo.files.read(path).catch(() => null)
      const [author = '', date = ''] = await lastChange(repo, base.commit, path)
      return {
        path,
        base: blob(baseId),
        mine: mine?.bytes ?? null,
        theirs: blob(base.files.get(path)?.id),
        author,
        date,
      }
    }),
  )
}

function changeFor({ path, choice, text }: Decision, sides: ClashSides): Change | null {
  if (choice === 'mine') return null
  // What is saved while this is carried out is not written over.
  const was = sides.mine && shaOf(sides.mine)
  if (choice === 'both') {
    if (text === null) throw new AppError('invalid-input', 'The joined text is missing.')
    return { kind: 'write', path, content: text, was }
  }
  if (sides.theirs) return { kind: 'write', path, content: sides.theirs, was }
  return was === null ? null : { kind: 'delete', path, was }
}

/** Carries out a decision: the file is written, and counts as an ordinary change or none from now on. */
export async function settleClash(
  repo: PublishRepo,
  { base, clashes: found }: { readonly base: Snapshot; readonly clashes: Clashes },
  decision: Decision,
): Promise<void> {
  const { path, theirsSha } = decision
  const noted = new Map([...found].filter(([other]) => other === path))
  const [sides] = await readClashes(repo, base, noted)
  if (!sides) return
  const now = sides.theirs && shaOf(sides.theirs)
  if (theirsSha !== null && theirsSha !== now)
    throw new AppError(
      'conflict',
      `“${path}” was changed on the site once more. Nothing was changed here. Look at both versions again, then decide.`,
    )
  const change = changeFor(decision, sides)
  if (change)
    await repo.files.apply({
      summary: 'Decide between two versions',
      changes: [change],
    })
  const { [path]: _, ...clashes } = repo.record.get().clashes
  await repo.record.set({ ...repo.record.get(), clashes })
}
