import type { Node } from 'prosemirror-model'
import type { Ref } from '../ref.ts'
import { documentSchema, type NodeName } from '../schema.ts'
import { add, type Inside, type Kids, make, placeOf, type Reader } from './reader.ts'
import type { Element, TreeNode } from './tree.ts'

/** The blocks inside an element that must not be empty: an empty paragraph where the source has nothing. */
export function filled(reader: Reader, nodes: readonly TreeNode[], inside: Inside): Kids {
  const kids = reader.blocks(nodes, inside)
  if (kids.kids.length > 0) return kids
  const at = inside.os
  const ref: Ref = {
    ...{ s: at, e: at, os: at, ce: at, kids: [], ranges: [] },
    ...{ text: true, implicit: true },
  }
  const empty = documentSchema.nodes.paragraph.create()
  reader.refs.set(empty, ref)
  add(kids, empty, [at, at])
  return kids
}

/** An element that holds blocks, at least an empty one. */
export function container(reader: Reader, element: Element, type: NodeName, attrs = {}): Node {
  const place = placeOf(element)
  const kids = filled(reader, element.childNodes, place)
  return make(reader, { type, attrs, element, content: kids.kids, ref: { ...place, ...kids } })
}
