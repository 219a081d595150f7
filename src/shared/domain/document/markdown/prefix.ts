/** The prefix of the lines below a position: its line up to there, with list markers turned into indent. */
export function prefixBelow(text: string, at: number): string {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1
  return text.slice(lineStart, at).replace(/[^\s>]/g, ' ')
}

/** A prefix on a line that is otherwise blank. */
export const blankPrefix = (prefix: string): string => prefix.trimEnd()

/** Puts lines behind a container's prefix; the first line stands where it is put. */
export function indented(text: string, prefix: string, eol: string): string {
  if (!text.includes('\n')) return text
  return text
    .split(/\r?\n/)
    .map((line, i) => (i === 0 ? line : line === '' ? blankPrefix(prefix) : prefix + line))
    .join(eol)
}

/** A slice of a container without its line prefix, and what an offset in it was in the source. */
export interface Dedented {
  readonly text: string
  /** The offset in the slice for one in `text`. */
  readonly at: (offset: number) => number
}

const isBlank = (line: string, prefix: string) => {
  const inner = line.trim()
  return inner === '' || inner === prefix.trim()
}

/** Takes a container's prefix off all lines but the first; null where a line has another one. */
export function dedented(text: string, prefix: string): Dedented | null {
  if (prefix === '' || !text.includes('\n')) return { text, at: (offset) => offset }
  const isQuote = prefix.includes('>')
  const cuts: [number, number][] = []
  let out = ''
  for (const [i, line] of text.split(/(?<=\n)/).entries()) {
    const blank = isBlank(line, prefix)
    if (i > 0 && !blank && !line.startsWith(prefix)) return null
    const kept =
      i === 0 || (blank && !isQuote) ? line : blank ? lineEnd(line) : line.slice(prefix.length)
    if (kept.length < line.length) cuts.push([out.length, line.length - kept.length])
    out += kept
  }
  const at = (offset: number) =>
    cuts.reduce((sum, [from, length]) => (from <= offset ? sum + length : sum), offset)
  return { text: out, at }
}

const lineEnd = (line: string) => /\r?\n$/.exec(line)?.[0] ?? ''

/** Puts back what `dedented` took off. */
export function redented(text: string, prefix: string): string {
  if (prefix === '' || !text.includes('\n')) return text
  const blank = prefix.includes('>') ? blankPrefix(prefix) : ''
  return text
    .split(/(?<=\n)/)
    .map((line, i) => (i === 0 ? line : (line.trim() === '' ? blank : prefix) + line))
    .join('')
}
