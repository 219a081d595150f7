import { diffArrays } from 'diff'

/** A stretch of two sequences: in both, only in the old one, or only in the new one. */
export interface SequenceRun {
  readonly kind: 'same' | 'removed' | 'added'
  readonly length: number
}

/** Beyond this many differences the sequences are two different texts, and the search would take its square in time. */
const mostDifferences = 1500

const run = (kind: SequenceRun['kind'], length: number): SequenceRun[] =>
  length > 0 ? [{ kind, length }] : []

/**
 * The shortest way from one sequence of keys to another (Myers), removed before added. Where they have next to nothing
 * in common, all between their equal ends is told as replaced.
 */
export function diffSequences(was: readonly string[], now: readonly string[]): SequenceRun[] {
  const most = Math.min(was.length, now.length)
  let head = 0
  while (head < most && was[head] === now[head]) head++
  let tail = 0
  while (tail < most - head && was.at(-1 - tail) === now.at(-1 - tail)) tail++
  const [a, b] = [was.slice(head, was.length - tail), now.slice(head, now.length - tail)]
  const found =
    a.length === 0 || b.length === 0
      ? undefined
      : diffArrays(a, b, { maxEditLength: mostDifferences })
  const middle = found
    ? found.map(
        (part): SequenceRun => ({
          kind: part.removed ? 'removed' : part.added ? 'added' : 'same',
          length: part.value.length,
        }),
      )
    : [...run('removed', a.length), ...run('added', b.length)]
  return [...run('same', head), ...middle, ...run('same', tail)]
}
