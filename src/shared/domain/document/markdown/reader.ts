import type { Attrs, Fragment, Node } from 'prosemirror-model'
import { NotHeld } from '../html/reader.ts'
import { type MaskedText, unmask } from '../mask.ts'
import { documentSchema, type NodeName } from '../schema.ts'
import type { BlockMask } from './block-masks.ts'
import type { StyleCount } from './file-style.ts'
import type { Definitions, MarkdownRef } from './markdown-ref.ts'

/** The part of an mdast node that says where it stands. */
export interface Placed {
  readonly position?:
    | {
        readonly start: { readonly offset?: number | undefined }
        readonly end: { readonly offset?: number | undefined }
      }
    | undefined
}

/** What reading a Markdown body needs at hand. */
export interface MarkdownReader {
  readonly src: string
  /** The source as the parser saw it. */
  readonly text: string
  readonly code: MaskedText
  readonly masks: ReadonlyMap<number, BlockMask>
  readonly refs: Map<Node, MarkdownRef>
  readonly definitions: Definitions
  readonly style: StyleCount
  /** Pieces of inline HTML that were read before. */
  readonly tags: Map<string, Node | null>
  /** Whether the page breaks its lines. */
  readonly wraps: boolean
  depth: number
}

/** Where a node stands; fails for one without a place. */
export function placeIn(node: Placed): readonly [number, number] {
  const [s, e] = [node.position?.start.offset, node.position?.end.offset]
  if (s === undefined || e === undefined) throw new NotHeld('Misplaced text')
  return [s, e]
}

/** A parsed string with template code put back. */
export const put = (reader: MarkdownReader, text: string): string =>
  unmask(text, reader.code.pieces)

/** A place without children. */
export function refAt([s, e]: readonly [number, number], prefix: string): MarkdownRef {
  return { s, e, os: s, ce: e, kids: [], ranges: [], prefix, inner: prefix, own: [s, e] }
}

/** Child nodes with their places. */
export interface Kids {
  readonly kids: Node[]
  readonly ranges: [number, number][]
}

export interface Making {
  readonly type: NodeName
  readonly attrs?: Attrs
  readonly content?: Fragment | readonly Node[]
  readonly ref: MarkdownRef
}

/** Makes a node and notes where it stands; fails where its children do not lie inside it, in order. */
export function makeNode(reader: MarkdownReader, { type, attrs, content, ref }: Making): Node {
  const node = documentSchema.nodes[type].create(attrs ?? null, content as Fragment)
  if (!node.type.validContent(node.content)) throw new NotHeld('Unusual code')
  let at = ref.os
  for (const [s, e] of ref.ranges) {
    if (s < at || e < s || e > ref.ce) throw new NotHeld('Badly nested code')
    at = e
  }
  if (ref.s > ref.os || ref.os > ref.ce || ref.ce > ref.e) throw new NotHeld('Badly nested code')
  reader.refs.set(node, ref)
  return node
}
