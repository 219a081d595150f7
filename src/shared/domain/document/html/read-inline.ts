import { Fragment, type Mark, type Node } from 'prosemirror-model'
import { splitMasked } from '../mask.ts'
import { documentSchema, type MarkName } from '../schema.ts'
import { type Bag, bagOf, sameBag } from './bag.ts'
import { labelOf } from './labels.ts'
import { tagOfMarkUse } from './open-tag.ts'
import { inlinePicture } from './read-media.ts'
import { type Inside, NotHeld, type Reader, rangeOf } from './reader.ts'
import {
  breaksLine,
  type Element,
  isBlankText,
  isBlockElement,
  isElement,
  isText,
  markOfTag,
  type TreeNode,
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

/** Block elements that some put inside a line, where they work as a style of it. */
const lineBoxes = new Set(['center', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p'])
const mostMarks = 60

function newMark(reader: Reader, element: Element, name: MarkName): Mark {
  const bag = bagOf(element, reader.masked.pieces)
  const value = (key: string) => bag.attrs.find(([k]) => k === key)?.[1] ?? null
  const attrs =
    name === 'link'
      ? { href: value('href'), title: value('title'), target: value('target'), rel: value('rel') }
      : name === 'htmlMark'
        ? { tag: element.tagName }
        : {}
  const plain = markTypes[name].create(attrs)
  return sameBag(tagOfMarkUse(plain), bag) ? plain : markTypes[name].create({ ...attrs, bag })
}

/** The mark for an element inside one of the same meaning: one mark with both elements in its bag. */
function nestedMark(outer: Mark, inner: Mark): Mark {
  const append = (bag: Bag): Bag => ({
    ...bag,
    inner: bag.inner ? append(bag.inner) : tagOfMarkUse(inner),
  })
  return outer.type.create({ ...outer.attrs, bag: append(tagOfMarkUse(outer)) })
}

const opaqueInline = (source: string, label: string) => nodes.opaqueInline.create({ source, label })

class InlineWalk {
  readonly pieces: Piece[] = []
  private readonly reader: Reader
  private at: number
  private readonly from: number
  private readonly end: number

  constructor(reader: Reader, { os, ce }: Inside) {
    this.reader = reader
    this.from = os
    this.at = os
    this.end = ce
  }

  walk(list: readonly TreeNode[], marks: readonly Mark[]): void {
    const filled = list.filter((node) => !isBlankText(node)).length
    for (const node of list) {
      if (isElement(node)) this.element(node, marks, filled)
      else {
        this.pass(node)
        if (isText(node)) this.text(node.value, marks)
        else this.push(this.locked(node, 'Comment'), marks, true)
      }
    }
  }

  /** What is read must stand inside the block, in order; elements of marks may overlap, their content may not. */
  private pass(node: TreeNode) {
    const [s, e] = rangeOf(node)
    if (s < this.at || e > this.end) throw new NotHeld('Badly nested code')
    this.at = e
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

  private element(element: Element, marks: readonly Mark[], siblings: number) {
    const name = this.markName(element, siblings)
    const since = element.sourceCodeLocation?.startOffset ?? this.from
    if (since < this.from) throw new NotHeld('Style that is never closed', since)
    if (name && element.childNodes.length > 0 && marks.length < mostMarks) {
      const inside = this.marksInside(newMark(this.reader, element, name), marks)
      if (inside) return this.walk(element.childNodes, inside)
    }
    if (breaksLine(element)) throw new NotHeld(`A <${element.tagName}> inside a line`)
    this.pass(element)
    if (element.tagName === 'br') {
      const bag = element.attrs.length > 0 ? bagOf(element, this.reader.masked.pieces) : null
      return this.push(nodes.hardBreak.create({ bag }), marks)
    }
    if (element.tagName === 'img') return this.push(inlinePicture(this.reader, element), marks)
    this.push(this.locked(element, labelOf(element.tagName)), marks)
  }

  private markName(element: Element, siblings: number) {
    const name = markOfTag.get(element.tagName)
    if (name) return isBlockElement(element) ? null : name
    const isLineBox = siblings === 1 && lineBoxes.has(element.tagName)
    return isLineBox && !element.childNodes.some(isBlockElement) ? 'htmlMark' : null
  }

  /** The marks inside an element, null where a set of marks cannot hold it: such an element stays as it is. */
  private marksInside(mark: Mark, marks: readonly Mark[]): readonly Mark[] | null {
    const isHtml = mark.type === markTypes.htmlMark
    const outer = marks.find((m) => (isHtml ? m.eq(mark) : m.type === mark.type))
    if (!outer) return mark.addToSet([...marks])
    if (mark.type === markTypes.link) return null
    return marks.map((m) => (m === outer ? nestedMark(outer, mark) : m))
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

/** Reads the inline content of a text block, which stands between two offsets. */
export function readInline(reader: Reader, list: readonly TreeNode[], inside: Inside): Fragment {
  const walk = new InlineWalk(reader, inside)
  walk.walk(list, [])
  return Fragment.from(
    collapse(walk.pieces).map((piece) =>
      piece.kind === 'text'
        ? documentSchema.text(piece.text, [...piece.marks])
        : piece.node.mark([...piece.marks]),
    ),
  )
}
