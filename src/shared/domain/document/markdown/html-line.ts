import type { Extent } from './html-extents.ts'

/** Where a block of HTML ends that closes at `end`: what stands behind it on its last line belongs to it. */
export function spansOfLine(
  text: string,
  end: number,
  extents: ReadonlyMap<number, Extent>,
): number {
  let at = end
  for (;;) {
    const newline = text.indexOf('\n', at)
    const stop = newline < 0 ? text.length : newline
    const rest = text.slice(at, stop)
    if (rest.trim() === '') return at
    const tag = rest.indexOf('<')
    const next = tag < 0 ? undefined : extents.get(at + tag)
    if (!next || next.end <= at + tag) {
      if (tag < 0) return at + rest.trimEnd().length
      at += tag + 1
    } else at = next.end
  }
}
