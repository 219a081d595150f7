import type { Blockquote, Code, FootnoteDefinition, Heading, Paragraph, RootContent } from 'mdast'
import type { Node } from 'prosemirror-model'
import { NotHeld } from '../html/reader.ts'
import { documentSchema } from '../schema.ts'
import { blockFill } from './block-masks.ts'
import { FlowRun } from './flow-run.ts'
import { asPicture } from './lone-picture.ts'
import type { MarkdownRef } from './markdown-ref.ts'
import { prefixBelow } from './prefix.ts'
import { readDefinitions } from './read-definitions.ts'
import { readInline } from './read-inline.ts'
import { readList } from './read-list.ts'
import { readTable } from './read-table.ts'
import { type Kids, type MarkdownReader, makeNode, placeIn, put, refAt } from './reader.ts'

const deepest = 100

/** Reads the blocks of a container. */
export function readFlow(
  reader: MarkdownReader,
  list: readonly RootContent[],
  prefix: string,
): Kids {
  if (reader.depth >= deepest) throw new NotHeld('Deeply nested text')
  reader.depth++
  try {
    return new FlowRun(reader, (node, at) => readBlock(reader, node, at), prefix).read(list)
  } finally {
    reader.depth--
  }
}

interface Around {
  readonly outer: string
  readonly inner: string
  /** Where the words of an empty one would stand. */
  readonly empty: number
}

/** The blocks of a container, at least an empty paragraph, and its place. */
function filled(
  reader: MarkdownReader,
  node: Blockquote | FootnoteDefinition,
  { outer, inner, empty }: Around,
): { readonly kids: Kids; readonly ref: MarkdownRef } {
  const kids = readFlow(reader, node.children, inner)
  if (kids.kids.length === 0) {
    if (node.children.length > 0) throw new NotHeld('Link addresses')
    const paragraph = documentSchema.nodes.paragraph.create()
    reader.refs.set(paragraph, { ...refAt([empty, empty], inner), text: true })
    kids.kids.push(paragraph)
    kids.ranges.push([empty, empty])
  }
  const [os, ce] = [kids.ranges[0]?.[0] ?? empty, kids.ranges.at(-1)?.[1] ?? empty]
  return { kids, ref: { ...refAt(placeIn(node), outer), ...kids, os, ce, inner } }
}

function readParagraph(reader: MarkdownReader, node: Paragraph, prefix: string): Node {
  const place = placeIn(node)
  const text = reader.text.slice(...place)
  if (text.includes(blockFill)) throw new NotHeld('Unusual code')
  if (/(?:^|\n)[ \t>]*:[ \t]/.test(text)) {
    const definitions = readDefinitions(reader, { list: node.children, place, prefix })
    if (definitions) return definitions
    throw new NotHeld('Definition list')
  }
  if (/^\|.*\|[ \t]*(?:\n|\r|$)/.test(text)) throw new NotHeld('Table')
  const content = readInline(reader, node.children, prefix)
  const ref: MarkdownRef = { ...refAt(place, prefix), text: true }
  const paragraph = makeNode(reader, { type: 'paragraph', content, ref })
  const picture = asPicture(paragraph)
  if (!picture) return paragraph
  reader.refs.delete(paragraph)
  reader.refs.set(picture, refAt(place, prefix))
  return picture
}

function readHeading(reader: MarkdownReader, node: Heading, prefix: string): Node {
  const place = placeIn(node)
  const source = reader.text.slice(...place)
  const [first, last] = [node.children[0], node.children.at(-1)]
  const isAtx = /^#/.test(source)
  const end = place[0] + (/^#+[ \t]?/.exec(source)?.[0].length ?? source.length)
  const [os] = first ? placeIn(first) : [end]
  const [, ce] = last ? placeIn(last) : [end, end]
  const ref: MarkdownRef = {
    ...{ ...refAt(place, prefix), os, ce, text: true },
    form: isAtx ? 'atx' : 'setext',
  }
  const content = readInline(reader, node.children, prefix)
  return makeNode(reader, { type: 'heading', attrs: { level: node.depth }, content, ref })
}

/** Behind the first line end of a fenced block and before its last one; the whole of an indented one. */
function insideOfCode(reader: MarkdownReader, node: Code, prefix: string): MarkdownRef {
  const place = placeIn(node)
  const source = reader.text.slice(...place)
  const fence = /^(`{3,}|~{3,})/.exec(source)?.[1]
  if (fence === undefined) return { ...refAt(place, prefix), text: true, form: 'indented' }
  const open = /^.*/.exec(source)?.[0].length ?? 0
  const close = source.lastIndexOf('\n')
  const isClosed = close >= open && source.slice(close).replace(/[\s>]/g, '').startsWith(fence)
  const s = place[0]
  const e = isClosed
    ? place[1]
    : s + source.replace(prefix.includes('>') ? /\r?\n[ \t>]*$/ : /\r?\n[ \t]*$/, '').length
  const stop = isClosed ? s + close : e
  const os = s + Math.min(open, stop - s)
  return { ...refAt([s, e], prefix), os, ce: Math.max(os, stop), text: true, form: 'fenced' }
}

function readCode(reader: MarkdownReader, node: Code, prefix: string): Node {
  const ref = insideOfCode(reader, node, prefix)
  const text = put(reader, node.value)
  if (text.includes(blockFill)) throw new NotHeld('Code block')
  if (prefix !== '' && reader.code.pieces.length > 0 && text !== node.value)
    throw new NotHeld('Code block')
  if (ref.form === 'fenced') reader.style.count('fence', reader.text[ref.s] ?? '`')
  const meta = node.meta ? put(reader, node.meta) : null
  const attrs = {
    language: node.lang ? put(reader, node.lang) : null,
    bag: meta === null ? null : { tag: 'pre', attrs: [], meta },
  }
  const content = text === '' ? [] : [documentSchema.text(text)]
  return makeNode(reader, { type: 'codeBlock', attrs, content, ref })
}

function readQuote(reader: MarkdownReader, node: Blockquote, prefix: string): Node {
  const [first] = node.children
  const inner = first ? prefixBelow(reader.text, placeIn(first)[0]) : `${prefix}> `
  const empty = placeIn(node)[0] + 1
  const { kids, ref } = filled(reader, node, { outer: prefix, inner, empty })
  return makeNode(reader, { type: 'blockquote', content: kids.kids, ref })
}

function readNote(reader: MarkdownReader, node: FootnoteDefinition, prefix: string): Node {
  const inner = `${prefix}    `
  const [s, e] = placeIn(node)
  const empty = s + (/^.*?\]:[ \t]?/.exec(reader.text.slice(s, e))?.[0].length ?? e - s)
  const { kids, ref } = filled(reader, node, { outer: prefix, inner, empty })
  const label = put(reader, node.label ?? node.identifier)
  return makeNode(reader, { type: 'footnoteDefinition', attrs: { label }, content: kids.kids, ref })
}

/** Reads a block of Markdown. */
function readBlock(reader: MarkdownReader, node: RootContent, prefix: string): Node {
  const flow = (list: readonly RootContent[], inner: string) => readFlow(reader, list, inner)
  switch (node.type) {
    case 'paragraph':
      return readParagraph(reader, node, prefix)
    case 'heading':
      return readHeading(reader, node, prefix)
    case 'code':
      return readCode(reader, node, prefix)
    case 'blockquote':
      return readQuote(reader, node, prefix)
    case 'footnoteDefinition':
      return readNote(reader, node, prefix)
    case 'list':
      return readList(reader, { node, prefix, flow })
    case 'table':
      return readTable(reader, node, prefix)
    case 'thematicBreak':
      return makeNode(reader, { type: 'horizontalRule', ref: refAt(placeIn(node), prefix) })
    default:
      throw new NotHeld('Code')
  }
}
