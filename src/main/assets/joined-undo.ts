import { AppError } from '../../shared/ipc/app-error.ts'
import type { SiteFiles } from '../repo/site-session.ts'

/*
 * A step too big to hold in memory at once is applied in a few parts, each complete by itself. Its undo names them
 * all, joined by `+`, and takes them back together or not at all.
 */

const mark = '+'
/** The contract's ids hold no more. */
const mostParts = 8
/** Old bytes a single part holds in memory while it is applied. */
const mostAtOnce = 192 * 1024 * 1024

/** Splits a step so that no part holds too much at once; `before` is how many old bytes a file has. */
export function inParts<T extends { readonly before: number }>(
  files: readonly T[],
  atOnce = mostAtOnce,
): readonly (readonly T[])[] {
  const total = files.reduce((sum, { before }) => sum + before, 0)
  const limit = Math.max(atOnce, Math.ceil((total * 2) / mostParts))
  const parts: T[][] = []
  let held = Number.POSITIVE_INFINITY
  for (const file of files) {
    if (held + file.before > limit) {
      parts.push([])
      held = 0
    }
    parts.at(-1)?.push(file)
    held += file.before
  }
  return parts
}

/** Applies a step part by part, all of them or none; answers its undo, null where there is nothing to do. */
export async function applyInParts<T extends { readonly before: number }>(
  files: SiteFiles,
  step: readonly T[],
  apply: (part: readonly T[]) => Promise<string>,
): Promise<string | null> {
  const undos: string[] = []
  try {
    for (const part of inParts(step)) undos.push(await apply(part))
  } catch (error) {
    for (const undo of undos.toReversed()) await files.undo(undo)
    throw error
  }
  return undos.length === 0 ? null : undos.join(mark)
}

/** Takes a step back; the answer takes that back. */
export async function undoJoined(files: SiteFiles, undo: string): Promise<string> {
  const ids = undo.split(mark)
  if (ids.length > 1) {
    const known = new Set((await files.undoable()).map(({ id }) => id))
    if (!ids.every((id) => known.has(id)))
      throw new AppError('not-found', 'This can no longer be undone.')
  }
  const back: string[] = []
  try {
    for (const id of ids.toReversed()) back.push((await files.undo(id)).undo)
  } catch (error) {
    for (const id of back.toReversed()) await files.undo(id)
    throw error
  }
  return back.join(mark)
}
