import type { Piece } from './page-pieces.ts'

/** `[from, to)` of the base became `pieces`. */
export interface Hunk {
  readonly from: number
  readonly to: number
  readonly pieces: readonly Piece[]
}

const wordsOf = (piece: Piece) => new Set(piece.text.match(/[\p{L}\p{N}]+/gu) ?? [])

/** How much of two pieces' words is shared, 0 to 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  let shared = 0
  for (const word of a) if (b.has(word)) shared++
  return (2 * shared) / (a.size + b.size)
}

/** Below this two pieces are not versions of one another. */
const leastAlike = 0.4
/** Above this many pairs a stretch stays one hunk, so that a rewritten page stays quick. */
const mostPairs = 10_000

/** Pairs `[old, fresh]` of versions, in order, so that the sum of their likeness is greatest. */
function versions(old: readonly Piece[], fresh: readonly Piece[]): readonly [number, number][] {
  const [a, b] = [old.map(wordsOf), fresh.map(wordsOf)]
  const like = a.map((x) => b.map((y) => likeness(x, y)))
  const best = Array.from({ length: a.length + 1 }, () => new Float64Array(b.length + 1))
  const at = (i: number, j: number) => best[i]?.[j] ?? 0
  const paired = (i: number, j: number) => {
    const value = like[i]?.[j] ?? 0
    return value < leastAlike ? -1 : value + at(i + 1, j + 1)
  }
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      (best[i] as Float64Array)[j] = Math.max(at(i + 1, j), at(i, j + 1), paired(i, j))
  const out: [number, number][] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (paired(i, j) === at(i, j)) out.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return out
}

/**
 * Cuts a run of changed pieces into changes of single pieces, so that a clash is no larger than it must be: each piece
 * with its new version, and between them what was removed or added.
 */
export function singly(hunk: Hunk, base: readonly Piece[]): readonly Hunk[] {
  const { from, to, pieces } = hunk
  const old = base.slice(from, to)
  if (old.length === pieces.length)
    return pieces.map((piece, i) => ({ from: from + i, to: from + i + 1, pieces: [piece] }))
  if (old.length * pieces.length > mostPairs) return [hunk]
  const out: Hunk[] = []
  let [i, j] = [0, 0]
  for (const [x, y] of [...versions(old, pieces), [old.length, pieces.length] as const]) {
    if (x > i || y > j) out.push({ from: from + i, to: from + x, pieces: pieces.slice(j, y) })
    const piece = pieces[y]
    if (x < old.length && piece) out.push({ from: from + x, to: from + x + 1, pieces: [piece] })
    ;[i, j] = [x + 1, y + 1]
  }
  return out
}
