import type { Node } from 'prosemirror-model'
import type { Transform } from 'prosemirror-transform'
import { documentSchema } from '../schema.ts'
import type { Random } from './random.ts'

/** Changes the document in place; false where it found nothing to do. May throw where the schema forbids it. */
export type Edit = (tr: Transform, random: Random) => boolean

/** A node and where it stands. */
export interface Found {
  readonly node: Node
  readonly pos: number
}

/** Every node of a document that fits. */
export function allNodes(doc: Node, wanted: (node: Node) => boolean): Found[] {
  const out: Found[] = []
  doc.descendants((node, pos) => {
    if (wanted(node)) out.push({ node, pos })
  })
  return out
}

/** Text blocks but for code. */
export const textBlocks = (doc: Node): Found[] =>
  allNodes(doc, (n) => n.isTextblock && n.type !== documentSchema.nodes.codeBlock)

/** Text blocks with something in them. */
export const filledBlocks = (doc: Node): Found[] =>
  textBlocks(doc).filter((f) => f.node.content.size > 1)

/** A random position in a text block. */
export const inside = ({ node, pos }: Found, random: Random): number =>
  pos + 1 + random.below(node.content.size + 1)
