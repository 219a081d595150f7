import type { PhrasingContent } from 'mdast'
import type { Node } from 'prosemirror-model'
import { readInline } from './read-inline.ts'
import { type Kids, type MarkdownReader, makeNode, placeIn, refAt } from './reader.ts'

/** A stretch of a paragraph: a term, or what stands behind a colon. */
interface Segment {
  readonly nodes: PhrasingContent[]
  /** Where its colon stands; null for a term. */
  readonly colon: number | null
  s: number
  e: number
}

const lineEnds = /\r?\n[ \t>]*/g
const colonStart = /^:[ \t]+/

type Text = PhrasingContent & { type: 'text' }

/** Part of a text node, with its own place. */
const part = (node: Text, value: string, [s, e]: readonly [number, number]): Text => {
  const [start, end] = [node.position?.start, node.position?.end]
  const position =
    start && end ? { start: { ...start, offset: s }, end: { ...end, offset: e } } : undefined
  return { type: 'text', value, ...(position ? { position } : {}) }
}

/** Cuts a paragraph's content into terms and definitions. */
class Segments {
  readonly out: Segment[] = []
  private readonly reader: MarkdownReader

  constructor(reader: MarkdownReader) {
    this.reader = reader
  }

  /** Answers false where the lines of a text are not those of its source. */
  add(node: PhrasingContent): boolean {
    if (node.type !== 'text') {
      this.push(node)
      return true
    }
    const [s, e] = placeIn(node)
    const ends = [...this.reader.text.slice(s, e).matchAll(lineEnds)]
    const lines = node.value.split('\n')
    if (lines.length !== ends.length + 1) return false
    lines.forEach((line, i) => {
      const before = ends[i - 1]
      const from = before ? s + before.index + before[0].length : s
      const to = ends[i] ? s + (ends[i]?.index ?? 0) : e
      if (before) this.line(node, line, [from, to])
      else this.push(part(node, line, [from, to]))
    })
    return true
  }

  /** A line starts a definition, another term, or goes on with the definition above it. */
  private line(node: Text, value: string, [from, to]: readonly [number, number]) {
    const colon = colonStart.exec(value)?.[0]
    const isTerm = this.out.at(-1)?.colon === null
    if (colon === undefined && !isTerm) return this.push(part(node, ` ${value}`, [from, to]))
    const s = from + (colon?.length ?? 0)
    this.out.push({ nodes: [], colon: colon === undefined ? null : from, s, e: s })
    this.push(part(node, value.slice(colon?.length ?? 0), [s, to]))
  }

  private push(node: PhrasingContent) {
    const [s, e] = placeIn(node)
    const last = this.out.at(-1)
    if (!last) this.out.push({ nodes: [node], colon: null, s, e })
    else {
      if (last.nodes.length === 0) last.s = s
      last.nodes.push(node)
      last.e = e
    }
  }
}

function segmentsOf(reader: MarkdownReader, list: readonly PhrasingContent[]): Segment[] | null {
  const segments = new Segments(reader)
  return list.every((node) => segments.add(node)) ? segments.out : null
}

/** Reads a paragraph of kramdown's definition list: lines of terms, then lines that start with a colon. */
export function readDefinitions(
  reader: MarkdownReader,
  {
    list,
    place,
    prefix,
  }: {
    readonly list: readonly PhrasingContent[]
    readonly place: readonly [number, number]
    readonly prefix: string
  },
): Node | null {
  const segments = segmentsOf(reader, list)
  if (!segments || segments[0]?.colon !== null || segments.at(-1)?.colon === null) return null
  const kids: Kids = { kids: [], ranges: [] }
  for (const { nodes, colon, s, e } of segments) {
    const base = { ...refAt([s, e], prefix), text: true }
    if (colon === null) {
      const content = readInline(reader, nodes, prefix)
      kids.kids.push(makeNode(reader, { type: 'definitionTerm', content, ref: base }))
      kids.ranges.push([s, e])
      continue
    }
    const inner = `${prefix}  `
    const content = readInline(reader, nodes, inner)
    const words = makeNode(reader, { type: 'paragraph', content, ref: { ...base, prefix: inner } })
    const ref = {
      ...refAt([colon, e], prefix),
      ...{ os: s, ce: e, kids: [words], ranges: [[s, e] as [number, number]], inner },
    }
    kids.kids.push(makeNode(reader, { type: 'definitionDescription', content: [words], ref }))
    kids.ranges.push([colon, e])
  }
  reader.style.count('definitions', 'yes')
  const ref = { ...refAt(place, prefix), ...kids }
  return makeNode(reader, { type: 'definitionList', content: kids.kids, ref })
}
