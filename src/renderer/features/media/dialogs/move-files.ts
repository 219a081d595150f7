import { request } from '../../../lib/api.ts'
import { stepped, tellDone } from '../media-steps.ts'
import { useMedia } from '../media-store.ts'
import { counted } from '../model/file-words.ts'
import type { Move } from '../model/name-pattern.ts'
import { closeDialog } from './parts.tsx'

/** Pages follow the files; says how many. */
const followWords = (pages: number) =>
  pages === 0
    ? 'No page mentioned them.'
    : `${counted(pages, 'page')} now ${pages === 1 ? 'points' : 'point'} there.`

/** Renames or moves files with every mention of them; answers whether it was done. */
export async function moveFiles(moves: readonly Move[], title: string): Promise<boolean> {
  const done = await stepped('The files stay where they were', () =>
    request('media.rename', { moves: [...moves] }),
  )
  if (!done) return false
  useMedia.getState().showFiles(moves.map(({ to }) => to))
  closeDialog()
  tellDone({ title, text: followWords(done.pages), undo: done.undo })
  return true
}
