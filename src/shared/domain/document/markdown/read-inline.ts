import type { PhrasingContent } from 'mdast'
import { Fragment, Mark, type Node } from 'prosemirror-model'
import { NotHeld } from '../html/reader.ts'
import { splitMasked } from '../mask.ts'
import { documentSchema } from '../schema.ts'
import { blockFill } from './block-masks.ts'
import { collapseSpaces, type InlinePiece } from './collapse-spaces.ts'
import { closesTag, markOfTag, nodeOfHtml, opensTag } from './inline-html.ts'
import { withList } from './inline-list.ts'
import type { MarkdownBag } from './markdown-ref.ts'
import { dedented } from './prefix.ts'
import { definitionBag, nodeOfPicture } from './read-reference.ts'
import { type MarkdownReader, placeIn, put } from './reader.ts'

const { nodes, marks: markTypes } = documentSchema
const spanList = /^\{:(?!:)[^}\n]*\}/
const lockedLabel = (source: string) =>
  source.startsWith('$$') ? 'Formula' : source.startsWith('<!--') ? 'Comment' : 'Template code'

type Marks = readonly Mark[]

class InlineWalk {
  readonly pieces: InlinePiece[] = []
  private readonly reader: MarkdownReader
  private readonly prefix: string

  constructor(reader: MarkdownReader, prefix: string) {
    this.reader = reader
    this.prefix = prefix
  }

  /** What stands in the source, without the prefix of the lines it goes over. */
  private written(s: number, e: number): string {
    const source = this.reader.src.slice(s, e)
    return dedented(source, this.prefix)?.text ?? source
  }

  private source(node: PhrasingContent): string {
    return this.written(...placeIn(node))
  }

  private push(node: Node, marks: Marks) {
    this.pieces.push({ kind: 'node', node, marks })
  }

  private lock(source: string, marks: Marks, label = lockedLabel(source)) {
    this.push(nodes.opaqueInline.create({ source, label }), marks)
  }

  walk(list: readonly PhrasingContent[], marks: Marks): void {
    for (let i = 0; i < list.length; i++) {
      const node = list[i] as PhrasingContent
      const from = this.pieces.length
      if (node.type === 'html') i = this.html(list, i, marks)
      else this.one(node, marks)
      const next = list[i + 1]
      if (next?.type === 'text' && node.type !== 'text') this.list(next, { from, marks })
    }
  }

  /** A kramdown attribute list directly behind a link, picture or mark belongs to it. */
  private list(next: PhrasingContent & { type: 'text' }, at: { from: number; marks: Marks }) {
    const list = spanList.exec(next.value)?.[0]
    if (list === undefined) return
    const pieces = this.pieces.slice(at.from)
    const changed = withList(pieces, put(this.reader, list), at.marks)
    if (!changed) return
    this.reader.style.count('list', 'yes')
    this.pieces.splice(at.from, pieces.length, ...changed)
    next.value = next.value.slice(list.length)
  }

  private one(node: PhrasingContent, marks: Marks) {
    const { style } = this.reader
    switch (node.type) {
      case 'text':
        return this.text(node.value, marks)
      case 'strong':
        style.count('strong', this.source(node).slice(0, 2))
        return this.walk(node.children, markTypes.bold.create().addToSet([...marks]))
      case 'emphasis':
        style.count('emphasis', this.source(node).slice(0, 1))
        return this.walk(node.children, markTypes.italic.create().addToSet([...marks]))
      case 'delete':
        return this.walk(node.children, markTypes.strike.create().addToSet([...marks]))
      case 'inlineCode':
        return this.code(put(this.reader, node.value), marks)
      case 'break':
        style.count('hardBreak', this.source(node).startsWith('\\') ? '\\' : '  ')
        return this.push(nodes.hardBreak.create(), marks)
      case 'link':
      case 'linkReference':
        return this.link(node, marks)
      case 'image':
      case 'imageReference':
        return this.push(nodeOfPicture(this.reader, node), marks)
      case 'footnoteReference':
        return this.push(
          nodes.footnoteReference.create({
            label: put(this.reader, node.label ?? node.identifier),
          }),
          marks,
        )
      default:
        return this.lock(this.source(node), marks, 'Code')
    }
  }

  private text(value: string, marks: Marks) {
    if (value.includes(blockFill)) throw new NotHeld('Unusual code')
    for (const part of splitMasked(value, this.reader.code.pieces)) {
      if (part.code) this.lock(part.text, marks)
      else if (part.text !== '') this.pieces.push({ kind: 'text', text: part.text, marks })
    }
  }

  private code(text: string, marks: Marks) {
    if (text.includes(blockFill)) throw new NotHeld('Unusual code')
    this.pieces.push({ kind: 'code', text, marks: markTypes.code.create().addToSet([...marks]) })
  }

  private link(node: PhrasingContent & { type: 'link' | 'linkReference' }, marks: Marks) {
    const source = this.source(node)
    let mark: Mark
    if (node.type === 'link') {
      const bag: MarkdownBag | null = source.startsWith('<')
        ? { tag: 'a', attrs: [], form: 'auto' }
        : null
      const title =
        node.title === null || node.title === undefined ? null : put(this.reader, node.title)
      mark = markTypes.link.create({ href: put(this.reader, node.url), title, bag })
    } else {
      const bag = definitionBag(this.reader, node, 'a')
      if (!bag) return this.lock(source, marks, 'Code')
      mark = markTypes.link.create({ href: bag.url, title: bag.title ?? null, bag })
    }
    if (marks.some((m) => m.type === markTypes.link) || node.children.length === 0)
      return this.lock(source, marks, 'Link without words')
    this.walk(node.children, mark.addToSet([...marks]))
  }

  /** HTML in a line: an element with its end is a mark, a tag alone stays locked. Answers where to go on. */
  private html(list: readonly PhrasingContent[], at: number, marks: Marks): number {
    const node = list[at] as PhrasingContent
    const raw = this.reader.text.slice(...placeIn(node))
    const tag = opensTag(raw)
    if (tag !== null && isPageTag(tag)) throw new NotHeld('Code of a whole page')
    const end = tag === null ? -1 : endOf(this.reader, { list, at, tag })
    if (end > at + 1) {
      const mark = markOfTag(this.reader, raw)
      const taken = mark && mark.type !== markTypes.htmlMark && mark.type.isInSet([...marks])
      if (mark && !taken) {
        this.walk(list.slice(at + 1, end), mark.addToSet([...marks]))
        return end
      }
    }
    const stop = end === at + 1 || (tag !== null && isLockedWhole(tag) && end > 0) ? end : at
    const [s] = placeIn(node)
    const [, e] = placeIn(list[stop] as PhrasingContent)
    const source = this.written(s, e)
    if (/^<br\b/i.test(source)) this.reader.style.count('hardBreak', '<br>')
    this.push(
      nodeOfHtml(this.reader, source) ?? nodes.opaqueInline.create({ source, label: 'Code' }),
      marks,
    )
    return stop
  }
}

/** Tags that stand once in a page, around everything: a line with one is no line of text. */
const isPageTag = (tag: string) => /^(?:html|head|title|body)$/.test(tag)

const isLockedWhole = (tag: string) =>
  /^(?:iframe|video|audio|object|svg|button|script|select|textarea)$/.test(tag)

interface Start {
  readonly list: readonly PhrasingContent[]
  readonly at: number
  readonly tag: string
}

/** Where the end tag of a start tag stands in its line, or -1. */
function endOf(reader: MarkdownReader, { list, at, tag }: Start): number {
  let depth = 0
  for (let i = at + 1; i < list.length; i++) {
    const node = list[i] as PhrasingContent
    if (node.type !== 'html') continue
    const html = reader.text.slice(...placeIn(node))
    if (opensTag(html) === tag) depth++
    else if (closesTag(html) === tag && depth-- === 0) return i
  }
  return -1
}

/** Reads the inline content of a text block; `prefix` is that of its further lines. */
export function readInline(
  reader: MarkdownReader,
  list: readonly PhrasingContent[],
  prefix: string,
): Fragment {
  const walk = new InlineWalk(reader, prefix)
  walk.walk(list, [])
  return Fragment.from(
    collapseSpaces(walk.pieces).map((piece) =>
      piece.kind === 'node'
        ? piece.node.mark(Mark.setFrom([...piece.marks]))
        : documentSchema.text(piece.text, [...piece.marks]),
    ),
  )
}
