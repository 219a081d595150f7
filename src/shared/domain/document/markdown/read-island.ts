import { openHtmlBody } from '../html/open-html.ts'
import { NotHeld } from '../html/reader.ts'
import { dedented } from './prefix.ts'
import type { Kids, MarkdownReader } from './reader.ts'

const hasWords = (gap: string) => gap.trim() !== ''

/** Opens a block of HTML by itself and gives its blocks their places in the page. */
export function readIsland(
  reader: MarkdownReader,
  [s, e]: readonly [number, number],
  prefix: string,
): Kids {
  const source = reader.src.slice(s, e)
  const without = dedented(source, prefix)
  if (!without && prefix.includes('>')) throw new NotHeld('Code in a quote')
  // In a list, lines may hang back: the element holds them together.
  const inner = without ?? { text: source, at: (offset: number) => offset }
  const taken = without ? prefix : ''
  const opened = { ...openHtmlBody(inner.text), wraps: reader.wraps }
  const { kids, ranges } = opened.root
  const [first, last] = [ranges[0], ranges.at(-1)]
  if (!first || !last) throw new NotHeld('Code without words')
  if (hasWords(inner.text.slice(0, first[0])) || hasWords(inner.text.slice(last[1])))
    throw new NotHeld('Badly nested code')
  const places = kids.map((kid, index): [number, number] => {
    const [from, to] = ranges[index] as [number, number]
    const place: [number, number] = [s + inner.at(from), s + inner.at(to - 1) + 1]
    const [os, ce] = place
    reader.refs.set(kid, {
      ...{ s: os, e: ce, os, ce, kids: [], ranges: [], prefix, inner: prefix, own: place },
      island: { opened, prefix: taken, index },
    })
    return place
  })
  return { kids: [...kids], ranges: places }
}
