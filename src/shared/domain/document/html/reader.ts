import type { Attrs, Fragment, Node } from 'prosemirror-model'
import type { MaskedText } from '../mask.ts'
import { unmask } from '../mask.ts'
import type { Ref } from '../ref.ts'
import { documentSchema, type NodeName } from '../schema.ts'
import { type Bag, bagOf, sameBag } from './bag.ts'
import { tagOfNode } from './open-tag.ts'
import {
  attributeOf,
  type Element,
  isComment,
  isElement,
  partsOf,
  type TreeNode,
  voidTags,
} from './tree.ts'

/** Thrown while reading where the document model cannot hold what stands there; the block is then kept locked. */
export class NotHeld extends Error {
  /** What it is, in words for the locked block. */
  readonly label: string
  /** Where the code starts that makes it so, if that is before the block: a style that was never closed. */
  readonly since: number | null
  constructor(label: string, since: number | null = null) {
    super(label)
    this.label = label
    this.since = since
  }
}

/** Child nodes with their places in the source. */
export interface Kids {
  readonly kids: Node[]
  readonly ranges: [number, number][]
}
export const noKids = (): Kids => ({ kids: [], ranges: [] })

/** The inside of an element: from the end of its start tag to the start of its end tag. */
export interface Inside {
  readonly os: number
  readonly ce: number
}

export interface Place extends Inside {
  readonly s: number
  readonly e: number
  readonly implied: boolean
}

/** What reading a body needs at hand; the block and inline readers hang on it so that they can call each other. */
export interface Reader {
  readonly src: string
  readonly masked: MaskedText
  readonly refs: Map<Node, Ref>
  /** How deep the element being read lies; guards the call stack against hostile nesting. */
  depth: number
  blocks(nodes: readonly TreeNode[], inside: Inside): Kids
  block(element: Element): Node
  inline(nodes: readonly TreeNode[], inside: Inside): Fragment
}

/** Where a node stands; fails for what the parser made up. */
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

/** Element children where there is nothing else but white space and comments, which stay in the gaps. */
export function onlyElements(element: Element): Element[] {
  const out: Element[] = []
  for (const child of partsOf(element)) {
    if (isElement(child)) out.push(child)
    else if (!isComment(child)) throw new NotHeld(`Text loose in a <${element.tagName}>`)
  }
  return out
}

/** Whether an element holds elements with one of the tags and nothing else; at least one. */
export function holdsOnly(element: Element, tags: RegExp): boolean {
  const parts = partsOf(element).filter((n) => !isComment(n))
  return parts.length > 0 && parts.every((n) => isElement(n) && tags.test(n.tagName))
}

/** An attribute's value with template code put back; null where there is none. */
export function valueIn(reader: Reader, element: Element, name: string): string | null {
  const raw = attributeOf(element, name)
  return raw === null ? null : unmask(raw, reader.masked.pieces)
}

/** Notes a child and its place; fails where it does not stand behind the one before. */
export function add(kids: Kids, node: Node, [s, e]: readonly [number, number]): Node {
  if (s < (kids.ranges.at(-1)?.[1] ?? 0)) throw new NotHeld('Badly nested code')
  kids.kids.push(node)
  kids.ranges.push([s, e])
  return node
}

/** A node without children of its own. */
export const leafRef = (place: Place): Ref => ({
  ...place,
  os: place.s,
  ce: place.e,
  kids: [],
  ranges: [],
})

/** A text block between its tags. */
export const textRef = (place: Place): Ref => ({ ...place, kids: [], ranges: [], text: true })

export interface Making {
  readonly type: NodeName
  readonly attrs?: Attrs
  readonly element?: Element
  readonly content?: Fragment | readonly Node[]
  readonly ref: Ref
}

/** A child outside its parent's tags, as badly nested tags make it. */
function checkRanges({ os, ce, ranges }: Ref): void {
  const [first, last] = [ranges[0], ranges.at(-1)]
  if ((first && first[0] < os) || (last && last[1] > ce)) throw new NotHeld('Badly nested code')
}

/**
 * Makes a node, notes where it stands, and keeps its bag only where it differs from a new node's tag. Fails where the
 * node would not be written with the tag the source has.
 */
export function make(reader: Reader, { type, attrs = {}, element, content, ref }: Making): Node {
  const nodeType = documentSchema.nodes[type]
  checkRanges(ref)
  let node = nodeType.create(attrs, content as Fragment)
  if (!nodeType.validContent(node.content)) throw new NotHeld('Unusual code')
  if (element) {
    const bag: Bag = bagOf(element, reader.masked.pieces)
    if (!sameBag(tagOfNode(node), bag)) {
      node = nodeType.create({ ...attrs, bag }, node.content)
      if (!sameBag(tagOfNode(node), bag)) throw new NotHeld('Unusual code')
    }
  }
  reader.refs.set(node, ref)
  return node
}
