import { useState } from 'react'
import type { ImageRule } from '../../../../shared/ipc/media-calls.ts'

export const formats = [
  { id: 'keep', label: 'Keep' },
  { id: 'webp', label: 'WebP' },
  { id: 'jpeg', label: 'JPEG' },
  { id: 'png', label: 'PNG' },
] as const

/** What the fields say, before it is a rule. */
export interface RuleDraft {
  readonly format: ImageRule['format']
  readonly quality: number
  /** As typed; empty: no limit. */
  readonly longest: string
  readonly strip: boolean
  readonly location: boolean
}

/** The site's own upload refuses other formats, so nothing is converted unless asked for. */
const usual: RuleDraft = {
  format: 'keep',
  quality: 80,
  longest: '2000',
  strip: true,
  location: false,
}

const pixelsIn = (text: string) => Number(text.replace(/[\s,.]|px$/g, ''))

export function longestProblem({ longest }: RuleDraft): string | null {
  if (longest.trim() === '') return null
  const pixels = pixelsIn(longest.trim())
  return Number.isInteger(pixels) && pixels >= 1 && pixels <= 100_000
    ? null
    : 'Write a number of pixels, or nothing for any size.'
}

/** The rule the fields describe; null while one of them has a problem. */
export function ruleOf(draft: RuleDraft): ImageRule | null {
  if (longestProblem(draft)) return null
  const most = draft.longest.trim() === '' ? null : pixelsIn(draft.longest.trim())
  return {
    format: draft.format,
    quality: draft.quality,
    maxWidth: most,
    maxHeight: most,
    stripMetadata: draft.strip,
    keepLocation: draft.location,
    cleanSvg: true,
  }
}

/** The rule as it is being made. */
export function useRuleDraft() {
  const [draft, setDraft] = useState<RuleDraft>(usual)
  const change = (part: Partial<RuleDraft>) => setDraft((now) => ({ ...now, ...part }))
  return { draft, change }
}
