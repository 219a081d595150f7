import { useEffect, useState } from 'react'
import type { ImageRule } from '../../../../shared/ipc/media-calls.ts'
import { request, wordsOf } from '../../../lib/api.ts'

/** Each is really made once, so only the first few are. */
export const mostPreviews = 6
const restMs = 300

export type Preview =
  | { readonly kind: 'kept' }
  | { readonly kind: 'smaller'; readonly before: number; readonly after: number }
  | { readonly kind: 'failed'; readonly words: string }

async function look(path: string, rule: ImageRule): Promise<Preview> {
  try {
    const { before, after, kept } = await request('media.previewOptimise', { path, rule })
    return kept ? { kind: 'kept' } : { kind: 'smaller', before: before.bytes, after: after.bytes }
  } catch (error) {
    return { kind: 'failed', words: wordsOf(error) }
  }
}

/** What the rule would make of the first images, one after the other; `rule` null waits. */
export function usePreviews(
  paths: readonly string[],
  rule: ImageRule | null,
): ReadonlyMap<string, Preview> {
  const [previews, setPreviews] = useState<ReadonlyMap<string, Preview>>(new Map())
  const key = rule && JSON.stringify(rule)
  useEffect(() => {
    setPreviews(new Map())
    if (key === null) return
    const asked = JSON.parse(key) as ImageRule
    let gone = false
    const timer = setTimeout(async () => {
      for (const path of paths.slice(0, mostPreviews)) {
        const preview = await look(path, asked)
        if (gone) return
        setPreviews((now) => new Map(now).set(path, preview))
      }
    }, restMs)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [paths, key])
  return previews
}
