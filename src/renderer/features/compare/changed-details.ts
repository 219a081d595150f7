import { diffWordsWithSpace } from 'diff'
import type { FrontEntry } from '../../../shared/domain/document/front-matter/front-view.ts'
import { readFront } from '../../../shared/domain/document/front-matter/read-front.ts'
import { fieldLabel } from '../../../shared/domain/fields/field-label.ts'

export interface DetailSegment {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

export interface ChangedDetail {
  readonly key: string
  readonly label: string
  readonly segments: readonly DetailSegment[]
}

/** A detail's value as a person reads it; lists of plain values with commas, the rest as written. */
function valueInWords(entry: FrontEntry | undefined): string {
  if (!entry || entry.value === null) return ''
  const { value } = entry
  if (Array.isArray(value) && value.every((item) => item === null || typeof item !== 'object'))
    return value.map(String).join(', ')
  return typeof value === 'object' ? entry.source.trim() : String(value)
}

/** By word where something of the old value is left, else old and new as a whole. */
function segmentsOf(was: string, now: string): readonly DetailSegment[] {
  const whole: DetailSegment[] = [
    ...(was === '' ? [] : [{ kind: 'removed' as const, text: was }]),
    ...(now === '' ? [] : [{ kind: 'added' as const, text: now }]),
  ]
  if (was === '' || now === '') return whole
  const parts = diffWordsWithSpace(was, now)
  const kept = parts.filter((p) => !p.added && !p.removed && p.value.trim() !== '')
  const length = kept.reduce((sum, p) => sum + p.value.length, 0)
  if (length < Math.max(was.length, now.length) / 3) return whole
  return parts.map((p) => ({
    kind: p.added ? 'added' : p.removed ? 'removed' : 'same',
    text: p.value,
  }))
}

/** The details (front matter) that differ between two versions of a page, by key. */
export function changedDetails(before: string, after: string): readonly ChangedDetail[] {
  if (before === after) return []
  const was = new Map(readFront(before).entries.map((entry) => [entry.key, entry]))
  const now = new Map(readFront(after).entries.map((entry) => [entry.key, entry]))
  const out: ChangedDetail[] = []
  for (const key of new Set([...was.keys(), ...now.keys()])) {
    const [old, fresh] = [was.get(key), now.get(key)]
    if (old?.source === fresh?.source && Boolean(old) === Boolean(fresh)) continue
    const segments = segmentsOf(valueInWords(old), valueInWords(fresh))
    out.push({ key, label: fieldLabel(key), segments })
  }
  return out
}
