import { AppError } from '../../shared/ipc/app-error.ts'
import type { SiteFiles } from '../repo/site-session.ts'

/*
 * A step too big to hold in memory at once is applied in a few parts, each complete by itself. Its undo names them
 * all, joined by `+`, and takes them back together or not at all.
 */

const mark = '+'
/** The contract's ids hold no more. */
export const mostParts = 8

/** One name for the parts of a step, in the order they were applied. */
export const joinUndo = (ids: readonly string[]): string => ids.join(mark)

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
  return joinUndo(back)
}
