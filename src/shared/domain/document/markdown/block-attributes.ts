import type { Node } from 'prosemirror-model'
import { startOf, tagOfNode } from '../html/open-tag.ts'
import { documentSchema } from '../schema.ts'
import { type Attributes, writeAttributeList } from './attribute-list.ts'

const { opaque, image, iframe, orderedList } = documentSchema.nodes

/** A block with the attributes of a list above or below it; null where the document cannot hold them. */
export function withAttributes(node: Node, attributes: Attributes): Node | null {
  if (node.type === opaque || node.type === image || node.type === iframe) return null
  const above: Attributes = node.attrs.bag?.attrs ?? []
  const isTwice = attributes.some(([key]) => above.some(([known]) => known === key))
  if (isTwice || !writeAttributeList(attributes)) return null
  const bag = { ...node.attrs.bag, tag: tagOfNode(node).tag, attrs: [...above, ...attributes] }
  const start = attributes.find(([key]) => key === 'start')?.[1]
  const more = node.type === orderedList && start !== undefined ? { start: startOf(start) } : {}
  return node.type.create({ ...node.attrs, ...more, bag }, node.content)
}
