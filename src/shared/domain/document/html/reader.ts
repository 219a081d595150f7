import type { Attrs, Fragment, Node } from 'prosemirror-model'
import type { MaskedText } from '../mask.ts'
import type { Ref } from '../ref.ts'
import { documentSchema, type NodeName } from '../schema.ts'
import { type Bag, bagOf, sameBag } from './bag.ts'
import { tagOfNode } from './open-tag.ts'
import { type Element, isBlankText, isElement, type TreeNode, voidTags } from './tree.ts'

/** Thrown while reading where the document model cannot hold what stands there; the block is then kept locked. */
export class NotHeld extends Error {
  /** What it is, in words for the locked block. */
  readonly label: string
  constructor(label: string) {
    super(label)
    this.label = label
  }
}

/** Child nodes with their places in the source. */
export interface Kids {
  readonly kids: Node[]
  readonly ranges: [number, number][]
}
export const noKids = (): Kids => ({ kids: [], ranges: [] })

export interface Place {
  readonly s: number
  readonly e: number
  readonly os: number
  readonly ce: number
  readonly implied: boolean
}

/** What reading a body needs at hand; the block and inline readers hang on it so that they can call each other. */
export interface Reader {
  readonly src: string
  readonly masked: MaskedText
  readonly refs: Map<Node, Ref>
  blocks(nodes: readonly TreeNode[], place: { readonly os: number; readonly ce: number }): Kids
  block(element: Element): Node
  inline(nodes: readonly TreeNode[]): Fragment
}

export function rangeOf(node: TreeNode): readonly [number, number] {
  const location = node.sourceCodeLocation
  if (!location) throw new NotHeld('Misplaced code')
  return [location.startOffset, location.endOffset]
}

/** Where an element and its inside stand; fails where the source has only half of it. */
export function placeOf(element: Element): Place {
  const location = element.sourceCodeLocation
  if (!location) throw new NotHeld('Misplaced code')
  const { startOffset: s, endOffset: e, startTag, endTag } = location
  const isVoid = voidTags.has(element.tagName)
  if (!startTag && !isVoid) throw new NotHeld('Stray end tag')
  const os = startTag ? startTag.endOffset : e
  const ce = endTag ? endTag.startOffset : e
  if (s > os || os > ce || ce > e) throw new NotHeld('Badly nested code')
  return { s, e, os, ce, implied: !endTag && !isVoid }
}

/** Checks that everything below an element stands inside it, in order and apart; else tags are badly nested. */
export function checkNesting(nodes: readonly TreeNode[], from: number, to: number): number {
  let at = from
  for (const node of nodes) {
    const location = node.sourceCodeLocation
    if (!location) {
      // parse5 makes up the rows' container where the source has none.
      if (!isElement(node) || !/^(tbody|colgroup)$/.test(node.tagName))
        throw new NotHeld('Badly nested code')
      at = checkNesting(node.childNodes, at, to)
      continue
    }
    if (location.startOffset < at || location.endOffset > to) throw new NotHeld('Badly nested code')
    if (isElement(node) && node.childNodes.length > 0) {
      const place = placeOf(node)
      checkNesting(node.childNodes, place.os, place.ce)
    }
    at = location.endOffset
  }
  return at
}

/** Element children where there is nothing else but white space. */
export function onlyElements(element: Element): Element[] {
  const out: Element[] = []
  for (const child of element.childNodes) {
    if (isElement(child)) out.push(child)
    else if (!isBlankText(child)) throw new NotHeld(`Text loose in a <${element.tagName}>`)
  }
  return out
}

export function add(kids: Kids, node: Node, range: readonly [number, number]): Node {
  kids.kids.push(node)
  kids.ranges.push([range[0], range[1]])
  return node
}

const dropsDefaultBag = (type: NodeName) =>
  !/^(image|iframe|imageInline|opaque|opaqueInline)$/.test(type)

export interface Making {
  readonly type: NodeName
  readonly attrs?: Attrs
  readonly element?: Element
  readonly content?: Fragment | readonly Node[]
  readonly ref: Ref
}

/** Makes a node, notes where it stands, and keeps its bag only where it differs from a new node's tag. */
export function make(reader: Reader, { type, attrs = {}, element, content, ref }: Making): Node {
  const nodeType = documentSchema.nodes[type]
  const bag: Bag | null = element ? bagOf(element, reader.masked.pieces) : null
  const build = (b: Bag | null) => nodeType.create({ ...attrs, bag: b }, content as Fragment)
  let node = build(bag)
  if (!nodeType.validContent(node.content)) throw new NotHeld('Unusual code')
  if (bag && dropsDefaultBag(type)) {
    const fresh = build(null)
    if (sameBag(tagOfNode(fresh), bag)) node = fresh
  }
  reader.refs.set(node, ref)
  return node
}
