import { Fragment, type Mark, type Node } from 'prosemirror-model'
import { splitMasked, unmask } from '../mask.ts'
import { documentSchema } from '../schema.ts'
import { type Bag, bagOf } from './bag.ts'
import { widthIn } from './open-tag.ts'
import { NotHeld, type Reader, rangeOf } from './reader.ts'
import {
  attributeOf,
  blockTags,
  type Element,
  isElement,
  isText,
  markOfTag,
  type TreeNode,
  tagOfMark,
} from './tree.ts'

/** A piece of inline content before white space is collapsed. `gone`: takes no room (a comment). */
type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly marks: readonly Mark[] }
  | {
      readonly kind: 'node'
      readonly node: Node
      readonly marks: readonly Mark[]
      readonly gone: boolean
    }

const { nodes, marks: markTypes } = documentSchema

/** Attributes every picture node carries, read from its element. */
export function pictureAttrs(reader: Reader, element: Element) {
  const value = (name: string) => {
    const raw = attributeOf(element, name)
    return raw === null ? null : unmask(raw, reader.masked.pieces)
  }
  const bag = bagOf(element, reader.masked.pieces)
  return { bag, src: value('src'), alt: value('alt'), title: value('title'), width: widthIn(bag) }
}

function markFor(reader: Reader, element: Element): Mark | null {
  const name = markOfTag[element.tagName]
  if (!name || element.childNodes.length === 0) return null
  const isDefault =
    element.tagName === tagOfMark[name] && element.attrs.length === 0 && name !== 'htmlMark'
  const bag: Bag | null = isDefault ? null : bagOf(element, reader.masked.pieces)
  const value = (key: string) => bag?.attrs.find(([k]) => k === key)?.[1] ?? null
  if (name === 'link')
    return markTypes.link.create({
      bag,
      href: value('href'),
      title: value('title'),
      target: value('target'),
      rel: value('rel'),
    })
  if (name === 'htmlMark') return markTypes.htmlMark.create({ bag, tag: element.tagName })
  return markTypes[name].create({ bag })
}

function opaqueInline(source: string, label: string): Node {
  return nodes.opaqueInline.create({ source, label })
}

class InlineWalk {
  readonly pieces: Piece[] = []
  private readonly reader: Reader
  constructor(reader: Reader) {
    this.reader = reader
  }

  walk(list: readonly TreeNode[], marks: readonly Mark[]): void {
    for (const node of list) {
      if (isText(node)) this.text(node.value, marks)
      else if (isElement(node)) this.element(node, marks)
      else this.push(this.locked(node, 'Comment'), marks, true)
    }
  }

  private push(node: Node, marks: readonly Mark[], gone = false) {
    this.pieces.push({ kind: 'node', node, marks, gone })
  }

  private locked(node: TreeNode, label: string): Node {
    const [s, e] = rangeOf(node)
    return opaqueInline(this.reader.src.slice(s, e), label)
  }

  private text(value: string, marks: readonly Mark[]) {
    for (const part of splitMasked(value, this.reader.masked.pieces)) {
      if (part.code) this.push(opaqueInline(part.text, 'Template code'), marks)
      else this.pieces.push({ kind: 'text', text: part.text, marks })
    }
  }

  private element(element: Element, marks: readonly Mark[]) {
    if (element.tagName === 'br') {
      const bag = element.attrs.length > 0 ? bagOf(element, this.reader.masked.pieces) : null
      return this.push(nodes.hardBreak.create({ bag }), marks)
    }
    if (element.tagName === 'img')
      return this.push(nodes.imageInline.create(pictureAttrs(this.reader, element)), marks)
    const mark = markFor(this.reader, element)
    if (mark && this.canAdd(mark, marks))
      return this.walk(element.childNodes, mark.addToSet([...marks]))
    if (
      blockTags.has(element.tagName) &&
      !/^(iframe|script|button|select|object|video|audio|svg|input)$/.test(element.tagName)
    )
      throw new NotHeld(`A <${element.tagName}> inside a line`)
    this.push(this.locked(element, `Code <${element.tagName}>`), marks)
  }

  /** A mark inside the same mark would be lost in a set of marks: such an element stays as it is. */
  private canAdd(mark: Mark, marks: readonly Mark[]): boolean {
    return !marks.some((m) => (mark.type.name === 'htmlMark' ? m.eq(mark) : m.type === mark.type))
  }
}

const whiteSpace = /[ \t\r\n\f]+/g

/** Collapses white space as HTML does: runs become one space, none at the edges and around line breaks. */
function collapse(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = []
  let swallow = true
  const trimEnd = () => {
    const last = out.at(-1)
    if (last?.kind !== 'text' || !last.text.endsWith(' ')) return
    const text = last.text.slice(0, -1)
    if (text === '') out.pop()
    else out[out.length - 1] = { ...last, text }
  }
  for (const piece of pieces) {
    if (piece.kind === 'text') {
      let text = piece.text.replace(whiteSpace, ' ')
      if (swallow && text.startsWith(' ')) text = text.slice(1)
      if (text === '') continue
      out.push({ ...piece, text })
      swallow = text.endsWith(' ')
      continue
    }
    const isBreak = piece.node.type === nodes.hardBreak
    if (isBreak) trimEnd()
    if (!piece.gone) swallow = isBreak
    out.push(piece)
  }
  trimEnd()
  return out
}

/** Reads the inline content of a text block. */
export function readInline(reader: Reader, list: readonly TreeNode[]): Fragment {
  const walk = new InlineWalk(reader)
  walk.walk(list, [])
  return Fragment.from(
    collapse(walk.pieces).map((piece) =>
      piece.kind === 'text'
        ? documentSchema.text(piece.text, [...piece.marks])
        : piece.node.mark([...piece.marks]),
    ),
  )
}
