import { useEffect, useState } from 'react'
import type { ImageEdit } from '../../../../../shared/ipc/image-edit.ts'

import { request, wordsOf } from '../../../../lib/api.ts'

const restMs = 250

export type EditPreview =
  | { readonly kind: 'made'; readonly before: number; readonly after: number }
  | { readonly kind: 'failed'; readonly words: string }

/** What the edit would come to in bytes, made by the engine once the hand rests; what was known stays until then. */
export function useEditPreview(path: string, edit: ImageEdit | null): EditPreview | null {
  const [preview, setPreview] = useState<EditPreview | null>(null)
  const key = edit && JSON.stringify(edit)
  useEffect(() => {
    if (key === null) return
    const asked = JSON.parse(key) as ImageEdit
    let gone = false
    const show = (made: EditPreview) => {
      if (!gone) setPreview(made)
    }
    const timer = setTimeout(() => {
      request('media.previewEdit', { path, edit: asked }).then(
        ({ before, after }) => show({ kind: 'made', before: before.bytes, after: after.bytes }),
        (error: unknown) => show({ kind: 'failed', words: wordsOf(error) }),
      )
    }, restMs)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [path, key])
  return preview
}
