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
    .map((line, i) => (i === 0 ? line : line.trim() === '' ? blankPrefix(prefix) : prefix + line))
    .join(eol)
}

/** A slice of a container without its line prefix, and what an offset in it was in the source. */
export interface Dedented {
  readonly text: string
  /** The offset in the slice for one in `text`. */
  readonly at: (offset: number) => number
}

/** Takes a container's prefix off all lines but the first; null where a line has another one. */
export function dedented(text: string, prefix: string): Dedented | null {
  if (prefix === '' || !text.includes('\n')) return { text, at: (offset) => offset }
  const cuts: number[] = []
  let out = ''
  for (const [i, line] of text.split(/(?<=\n)/).entries()) {
    const isBlank = line.trim() === ''
    if (i > 0 && !isBlank && !line.startsWith(prefix)) return null
    if (i > 0 && !isBlank) cuts.push(out.length)
    out += i === 0 || isBlank ? line : line.slice(prefix.length)
  }
  const at = (offset: number) => offset + prefix.length * cuts.filter((cut) => cut <= offset).length
  return { text: out, at }
}

/** Puts back what `dedented` took off. */
export function redented(text: string, prefix: string): string {
  if (prefix === '' || !text.includes('\n')) return text
  return text
    .split(/(?<=\n)/)
    .map((line, i) => (i === 0 || line.trim() === '' ? line : prefix + line))
    .join('')
}
