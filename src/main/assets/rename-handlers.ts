import {
  type CheckedMoves,
  checkMoves,
  type FileMove,
} from '../../shared/domain/assets/check-moves.ts'
import { nameOf, type RepoPath } from '../../shared/domain/repo-path.ts'
import { AppError } from '../../shared/ipc/app-error.ts'
import type { MediaDone, RenamePlan, TouchedPage } from '../../shared/ipc/media-calls.ts'
import { applyChange, planChange } from './change-files.ts'
import { applyInParts } from './joined-undo.ts'
import { mentioning, type SiteMedia } from './site-media.ts'

const summaryOf = (moves: readonly FileMove[], verb: string) => {
  const [first] = moves
  return moves.length === 1 && first
    ? `${verb} ${nameOf(first.from)}`
    : `${verb} ${moves.length} files`
}

async function checked(media: SiteMedia, moves: readonly FileMove[]): Promise<CheckedMoves> {
  const { listed } = await media.index()
  return checkMoves(
    moves,
    listed.map(({ path }) => path),
  )
}

const asChanges = (moves: readonly FileMove[]) => moves.map((move) => ({ ...move, content: null }))

/** What a rename or move would do, and what stands against it. */
export async function planRename(
  media: SiteMedia,
  wanted: readonly FileMove[],
): Promise<RenamePlan> {
  const { moves, problems } = await checked(media, wanted)
  const { pages, lost } = await planChange(media, summaryOf(moves, 'Rename'), asChanges(moves))
  const [first] = lost
  const stuck = first && {
    from: first.path,
    to: first.path,
    words: `The address “${first.address}” in it could not be made to follow.`,
  }
  return {
    moves: [...moves],
    pages: [...pages],
    references: pages.reduce((sum, { count }) => sum + count, 0),
    problems: [...problems, ...(stuck ? [stuck] : [])],
  }
}

/** Renames and moves files and whole folders, with every reference following, as one step. */
export async function rename(media: SiteMedia, wanted: readonly FileMove[]): Promise<MediaDone> {
  const { moves, problems } = await checked(media, wanted)
  const [problem] = problems
  if (problem)
    throw new AppError(
      'conflict',
      `“${problem.from}” cannot become “${problem.to}”. ${problem.words} Nothing was changed.`,
    )
  if (moves.length === 0)
    throw new AppError('invalid-input', 'There is nothing to rename. Nothing was changed.')
  const { undo, pages } = await applyChange(media, summaryOf(moves, 'Rename'), asChanges(moves))
  return { undo, files: moves.length, pages }
}

/** The pages that use some of these files. */
export async function pagesUsing(
  media: SiteMedia,
  paths: readonly RepoPath[],
): Promise<TouchedPage[]> {
  const { texts } = await media.resolved()
  const wanted = new Set(paths)
  return mentioning(texts, wanted).map(({ text, references }) => ({
    path: text.path,
    title: text.title,
    count: references.filter(({ path }) => wanted.has(path)).length,
  }))
}

/** Deletes files as one step; pages that use them are left as they are. */
export async function deleteFiles(
  media: SiteMedia,
  wanted: readonly RepoPath[],
): Promise<MediaDone> {
  const paths = [...new Set(wanted)]
  const pages = await pagesUsing(media, paths)
  const [first] = paths
  const summary =
    paths.length === 1 && first ? `Delete ${nameOf(first)}` : `Delete ${paths.length} files`
  const { files } = media.site
  const sizes = new Map((await files.list()).map(({ path, bytes }) => [path, bytes]))
  const step = paths.map((path) => ({ path, before: sizes.get(path) ?? 0 }))
  const undo = await applyInParts(files, step, async (part) => {
    const changes = part.map(({ path }) => ({ kind: 'delete' as const, path }))
    return (await files.apply({ summary, changes })).undo
  })
  if (undo === null) throw new AppError('invalid-input', 'Nothing is chosen. Nothing was changed.')
  return { undo, files: paths.length, pages: pages.length }
}
