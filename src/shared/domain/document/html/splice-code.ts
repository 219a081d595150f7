import { escapeText } from './bag.ts'
import { decode } from './tokens.ts'

/** A line end, an entity or a character as the source writes them. */
const piece = /\r\n?|&#?[\da-z]+;?|[\s\S]/gi

const meaning = (raw: string) => (raw.startsWith('\r') ? '\n' : decode(raw))

/** Where each character of a code block's text stands in its source; null where the pieces do not add up to it. */
function offsetsOf(source: string, text: string): number[] | null {
  const offsets: number[] = []
  let read = ''
  for (const { 0: raw, index } of source.matchAll(piece)) {
    const value = meaning(raw)
    for (let k = 0; k < value.length; k++) offsets.push(index)
    read += value
  }
  offsets.push(source.length)
  return read === text ? offsets : null
}

/** How many characters two texts share at their starts and, behind those, at their ends. */
function equalEnds(a: string, b: string): readonly [number, number] {
  const most = Math.min(a.length, b.length)
  let head = 0
  while (head < most && a[head] === b[head]) head++
  let tail = 0
  while (tail < most - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  return [head, tail]
}

/** What an edit of a code block does: its text before and after, and the line end of new lines. */
export interface CodeEdit {
  readonly was: string
  readonly now: string
  readonly eol: string
}

/** Writes an edited code block's text into its source; entities and line ends outside the edit stay as written. */
export function spliceCode(source: string, { was, now, eol }: CodeEdit): string {
  const write = (text: string) => escapeText(text).replace(/\n/g, eol)
  const offsets = offsetsOf(source, was)
  if (!offsets) return write(now)
  const [head, tail] = equalEnds(was, now)
  const [from, to] = [offsets[head] ?? 0, offsets[was.length - tail] ?? source.length]
  return source.slice(0, from) + write(now.slice(head, now.length - tail)) + source.slice(to)
}
