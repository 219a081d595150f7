import { useEffect, useState } from 'react'
import type { ImageRule } from '../../../../shared/ipc/media-calls.ts'
import { wordsOf } from '../../../lib/api.ts'

/** Each is really made once, so only the first few are. */
export const mostPreviews = 6
const restMs = 300

export interface Failed {
  readonly kind: 'failed'
  readonly words: string
}

/** What the rule made of a picture that was tried. */
export interface Tried {
  readonly kind: 'tried'
  readonly before: number
  readonly after: number
  /** The rule would not make it smaller, so it would stay as it is. */
  readonly kept: boolean
}

/**
 * What the rule would make of the first pictures, one after the other; `rule` null waits, and leaves what is known.
 * `look` has to be the same function each time.
 */
export function usePreviews<T extends Tried>(
  pictures: readonly string[],
  rule: ImageRule | null,
  look: (picture: string, rule: ImageRule) => Promise<T>,
): ReadonlyMap<string, T | Failed> {
  const [previews, setPreviews] = useState<ReadonlyMap<string, T | Failed>>(new Map())
  const key = rule && JSON.stringify(rule)
  useEffect(() => {
    if (key === null) return
    setPreviews(new Map())
    const asked = JSON.parse(key) as ImageRule
    let gone = false
    const timer = setTimeout(async () => {
      for (const picture of pictures.slice(0, mostPreviews)) {
        const preview = await look(picture, asked).catch(
          (error: unknown): Failed => ({ kind: 'failed', words: wordsOf(error) }),
        )
        if (gone) return
        setPreviews((now) => new Map(now).set(picture, preview))
      }
    }, restMs)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [pictures, key, look])
  return previews
}
