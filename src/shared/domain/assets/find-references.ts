import type { Mention } from './find-mentions.ts'
import { type Place, type Reference, resolveMention } from './resolve-mention.ts'

const isReference = (found: ReturnType<typeof resolveMention>): found is Reference =>
  typeof found.path === 'string'

/** The references among the mentions of one text, in order; of two that overlap the longer one. */
export function referencesAmong(mentions: readonly Mention[], place: Place): readonly Reference[] {
  const found = mentions.map((mention) => resolveMention(mention, place)).filter(isReference)
  let earliest = Number.POSITIVE_INFINITY
  // A later one ends later: where it also begins earlier, it holds this one.
  return found
    .toReversed()
    .filter(({ start }) => {
      const apart = start < earliest
      earliest = Math.min(earliest, start)
      return apart
    })
    .toReversed()
}
