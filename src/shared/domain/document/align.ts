import type { Node } from 'prosemirror-model'
import { sameNode, structuralHash } from './hash.ts'
import { diffSequences } from './sequence-diff.ts'

/** For each new child the index of the old child it is a version of, or -1; increasing where not -1. */
export type Alignment = readonly number[]

const wordCounts = (node: Node) => {
  const counts = new Map<string, number>()
  for (const word of node.textContent.split(/\s+/)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** How much of two nodes' words is shared, 0 to 1. */
export function wordSimilarity(a: Node, b: Node): number {
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

/** Above this many pairs the order alone decides, so that a rewritten page stays quick. */
const mostPairs = 40_000
const leastSimilar = 0.04

/** The changed children on both sides of a gap between equal ones. */
interface Changed {
  readonly fresh: readonly Node[]
  readonly old: readonly Node[]
  readonly elsewhere: (node: Node) => boolean
}
type Grid = readonly Float64Array[]
const at = (grid: Grid, x: number, y: number) => grid[x]?.[y] ?? 0

function similarities({ fresh, old, elsewhere }: Changed): Grid {
  const bonus = (x: number, y: number) => (fresh.length === old.length && x === y ? 0.02 : 0)
  return fresh.map((node, x) =>
    Float64Array.from(old, (was, y) => (elsewhere(node) ? 0 : similarity(node, was) + bonus(x, y))),
  )
}

/** Pairs `[fresh, old]` in order, so that the sum of similarities is greatest. */
function pairInOrder(changed: Changed): readonly (readonly [number, number])[] {
  const n = changed.fresh.length
  const m = changed.old.length
  if (n * m > mostPairs)
    return Array.from({ length: Math.min(n, m) }, (_, k) => [k, k] as const).filter(
      ([k]) => changed.fresh[k]?.type === changed.old[k]?.type,
    )
  const value = similarities(changed)
  const best = Array.from({ length: n + 1 }, () => new Float64Array(m + 1))
  const paired = (x: number, y: number) =>
    at(value, x, y) > leastSimilar ? at(value, x, y) + at(best, x + 1, y + 1) : 0
  for (let x = n - 1; x >= 0; x--)
    for (let y = m - 1; y >= 0; y--)
      (best[x] as Float64Array)[y] = Math.max(at(best, x + 1, y), at(best, x, y + 1), paired(x, y))
  const pairs: [number, number][] = []
  for (let x = 0, y = 0; x < n && y < m; ) {
    const take = paired(x, y) > 0 && at(best, x, y) === paired(x, y)
    if (take) pairs.push([x, y])
    const skipNew = !take && at(best, x, y) === at(best, x + 1, y)
    if (take || skipNew) x++
    if (take || !skipNew) y++
  }
  return pairs
}

function equalEnds(fresh: readonly Node[], old: readonly Node[]): readonly [number, number] {
  const most = Math.min(fresh.length, old.length)
  let head = 0
  while (head < most && sameNode(fresh[head] as Node, old[head] as Node)) head++
  let tail = 0
  while (tail < most - head && sameNode(fresh.at(-1 - tail) as Node, old.at(-1 - tail) as Node))
    tail++
  return [head, tail]
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
  const [head, tail] = equalEnds(fresh, old)
  for (let i = 0; i < head; i++) out[i] = i
  for (let i = 1; i <= tail; i++) out[fresh.length - i] = old.length - i
  const middleNew = fresh.slice(head, fresh.length - tail)
  const middleOld = old.slice(head, old.length - tail)
  if (middleNew.length === 0 || middleOld.length === 0) return out
  let gap = { n: 0, o: 0 }
  let [n, o] = [0, 0]
  const close = () => {
    const changed = { fresh: middleNew.slice(gap.n, n), old: middleOld.slice(gap.o, o), elsewhere }
    for (const [x, y] of pairInOrder(changed)) out[head + gap.n + x] = head + gap.o + y
  }
  const keys = [middleOld.map(structuralHash), middleNew.map(structuralHash)] as const
  for (const { kind, length } of diffSequences(...keys)) {
    const same = kind === 'same'
    if (same) {
      close()
      for (let k = 0; k < length; k++) out[head + n + k] = head + o + k
    }
    if (kind !== 'removed') n += length
    if (kind !== 'added') o += length
    if (same) gap = { n, o }
  }
  close()
  return out
}
