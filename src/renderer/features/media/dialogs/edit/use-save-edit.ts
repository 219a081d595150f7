import { useState } from 'react'
import { nameOf } from '../../../../../shared/domain/repo-path.ts'
import type { MediaFile } from '../../../../../shared/ipc/media-calls.ts'
import { request } from '../../../../lib/api.ts'
import { bytesInWords } from '../../../../lib/bytes-in-words.ts'
import { stepped, tellDone } from '../../media-steps.ts'
import { useMedia } from '../../media-store.ts'
import { closeDialog } from '../parts.tsx'
import { orderOf, type PictureEdit } from './picture-edit.ts'

/** The picture in hand and what was done to it. */
export interface EditOf {
  readonly file: MediaFile
  readonly edit: PictureEdit
}

/** Saves an edited picture, in its place or as a new file; true while it does. */
export function useSaveEdit({ file, edit }: EditOf) {
  const [busy, setBusy] = useState(false)
  const save = async (asNew: boolean) => {
    const order = orderOf(edit)
    if (!order) return
    setBusy(true)
    const done = await stepped('The picture stays as it was', () =>
      request('media.edit', { path: file.path, edit: order, asNew }),
    )
    setBusy(false)
    if (!done) return
    closeDialog()
    if (asNew) useMedia.getState().showFile(done.path)
    const what = asNew ? `Saved as ${nameOf(done.path)}` : `${nameOf(done.path)} changed`
    tellDone({ title: what, text: bytesInWords(done.bytes), undo: done.undo })
  }
  return [save, busy] as const
}
