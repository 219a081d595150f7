/** A stretch of text, from its first character up to, not including, its end. */
export type Span = readonly [number, number]

/** Puts a piece at another place among its neighbours; what stands between the pieces stays where it is. */
export function movePiece(text: string, spans: readonly Span[], [from, to]: Span): string {
  const order = spans.map((_, i) => i)
  const [moved] = order.splice(from, 1)
  if (moved === undefined || to < 0 || to > order.length) throw new Error('no such place')
  order.splice(to, 0, moved)
  let out = ''
  let at = 0
  spans.forEach(([s, e], i) => {
    const [ps, pe] = spans[order[i] as number] as Span
    out += text.slice(at, s) + text.slice(ps, pe)
    at = e
  })
  return out + text.slice(at)
}

const replaced = (text: string, [s, e]: Span, by: string) => text.slice(0, s) + by + text.slice(e)

/** Takes one of several pieces out that have commas between them, with the comma behind it or, for the last, before it. */
export function removeListed(text: string, spans: readonly Span[], index: number): string {
  const [piece, before, behind] = [spans[index], spans[index - 1], spans[index + 1]]
  if (!piece) throw new Error('no such item')
  if (behind) return replaced(text, [piece[0], behind[0]], '')
  if (before) return replaced(text, [before[1], piece[1]], '')
  const comma = /^\s*,/.exec(text.slice(piece[1]))?.[0].length ?? 0
  return replaced(text, [piece[0], piece[1] + comma], '')
}

/** The inside of a pair of brackets, and its pieces with commas between them. */
export interface Listed {
  readonly inside: Span
  readonly spans: readonly Span[]
}

/** Puts a new piece among pieces with commas between them, spaced like its neighbours. */
export function insertListed(
  text: string,
  { inside, spans }: Listed,
  [at, piece]: readonly [number, string],
): string {
  const [first, second] = spans
  if (!first) return replaced(text, inside, piece)
  const gap = second ? text.slice(first[1], second[0]) : ''
  const between = /^\s*,\s*$/.test(gap) ? gap : `,${leadOf(text, inside, first)}`
  const next = spans[at]
  if (next) return replaced(text, [next[0], next[0]], piece + between)
  const last = spans.at(-1) as Span
  return replaced(text, [last[1], last[1]], between + piece)
}

/** An item a line, indented alike, where the first one stands on a line of its own; else a space. */
function leadOf(text: string, inside: Span, first: Span): string {
  return /\r?\n[ \t]*$/.exec(text.slice(inside[0], first[0]))?.[0] ?? ' '
}
