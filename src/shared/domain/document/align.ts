import { diffArrays } from 'diff'
import type { Node } from 'prosemirror-model'
import { sameNode, structuralHash } from './hash.ts'

/** For each new child the index of the old child it is a version of, or -1; increasing where not -1. */
export type Alignment = readonly number[]

const wordCounts = (node: Node) => {
  const counts = new Map<string, number>()
  for (const word of node.textContent.split(/\s+/)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** How much of two nodes' words is shared, 0 to 1. */
function wordSimilarity(a: Node, b: Node): number {
  if (a.textContent.trim() === '' && b.textContent.trim() === '') return 1
  const left = wordCounts(a)
  const right = wordCounts(b)
  let shared = 0
  let total = 0
  for (const [word, n] of left) {
    shared += Math.min(n, right.get(word) ?? 0)
    total += n
  }
  for (const n of right.values()) total += n
  return (2 * shared) / total
}

function similarity(a: Node, b: Node): number {
  if (a.type === b.type) return 0.05 + 0.95 * wordSimilarity(a, b)
  return a.isTextblock && b.isTextblock ? 0.3 * wordSimilarity(a, b) : 0
}

interface Gap {
  readonly newFrom: number
  readonly newTo: number
  readonly oldFrom: number
  readonly oldTo: number
}

/** Above this many pairs the order alone decides, so that a rewritten page stays quick. */
const mostPairs = 40_000
const leastSimilar = 0.04

/** Pairs changed children in order so that the sum of similarities is greatest. */
function pairGap(
  gap: Gap,
  fresh: readonly Node[],
  old: readonly Node[],
  skip: (n: Node) => boolean,
  out: number[],
) {
  const n = gap.newTo - gap.newFrom
  const m = gap.oldTo - gap.oldFrom
  if (n === 0 || m === 0) return
  const newAt = (x: number) => fresh[gap.newFrom + x] as Node
  const oldAt = (y: number) => old[gap.oldFrom + y] as Node
  if (n * m > mostPairs) {
    for (let k = 0; k < Math.min(n, m); k++)
      if (newAt(k).type === oldAt(k).type) out[gap.newFrom + k] = gap.oldFrom + k
    return
  }
  const value = Array.from({ length: n }, (_, x) =>
    Float64Array.from({ length: m }, (_, y) =>
      skip(newAt(x)) ? 0 : similarity(newAt(x), oldAt(y)) + (n === m && x === y ? 0.02 : 0),
    ),
  )
  const best = Array.from({ length: n + 1 }, () => new Float64Array(m + 1))
  const at = (rows: readonly Float64Array[], x: number, y: number) => rows[x]?.[y] ?? 0
  const paired = (x: number, y: number) =>
    at(value, x, y) > leastSimilar ? at(value, x, y) + at(best, x + 1, y + 1) : 0
  for (let x = n - 1; x >= 0; x--)
    for (let y = m - 1; y >= 0; y--) {
      const row = best[x] as Float64Array
      row[y] = Math.max(at(best, x + 1, y), at(best, x, y + 1), paired(x, y))
    }
  for (let x = 0, y = 0; x < n && y < m; ) {
    if (paired(x, y) > 0 && at(best, x, y) === paired(x, y))
      out[gap.newFrom + x++] = gap.oldFrom + y++
    else if (at(best, x, y) === at(best, x + 1, y)) x++
    else y++
  }
}

/**
 * Aligns the children of a container now with those it had: equal ones first (Myers on structural hashes), then the
 * changed ones between them by the words they share. `elsewhere` names children whose source is known from another
 * place (moved or pasted), which therefore are not taken for a changed version of a neighbour.
 */
export function alignChildren(
  fresh: readonly Node[],
  old: readonly Node[],
  elsewhere: (node: Node) => boolean = () => false,
): Alignment {
  const out = new Array<number>(fresh.length).fill(-1)
  let head = 0
  while (
    head < fresh.length &&
    head < old.length &&
    sameNode(fresh[head] as Node, old[head] as Node)
  ) {
    out[head] = head
    head++
  }
  let tail = 0
  while (
    tail < Math.min(fresh.length, old.length) - head &&
    sameNode(fresh[fresh.length - 1 - tail] as Node, old[old.length - 1 - tail] as Node)
  ) {
    out[fresh.length - 1 - tail] = old.length - 1 - tail
    tail++
  }
  const middleNew = fresh.slice(head, fresh.length - tail)
  const middleOld = old.slice(head, old.length - tail)
  if (middleNew.length === 0 || middleOld.length === 0) return out
  let newAt = head
  let oldAt = head
  let gap = { newFrom: head, oldFrom: head }
  const close = () => pairGap({ ...gap, newTo: newAt, oldTo: oldAt }, fresh, old, elsewhere, out)
  for (const run of diffArrays(middleOld.map(structuralHash), middleNew.map(structuralHash))) {
    const count = run.value.length
    if (run.added) newAt += count
    else if (run.removed) oldAt += count
    else {
      close()
      for (let k = 0; k < count; k++) out[newAt + k] = oldAt + k
      newAt += count
      oldAt += count
      gap = { newFrom: newAt, oldFrom: oldAt }
    }
  }
  close()
  return out
}
