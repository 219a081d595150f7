import type { Node } from 'prosemirror-model'
import { documentSchema } from '../schema.ts'

const { nodes, marks } = documentSchema

/** A paragraph that holds one picture and nothing else, as a picture block; null for any other. */
export function asPicture(paragraph: Node): Node | null {
  const only = paragraph.childCount === 1 ? paragraph.firstChild : null
  if (only?.type !== nodes.imageInline || paragraph.attrs.bag) return null
  const [link, ...more] = only.marks
  if (!link) return nodes.image.create(only.attrs)
  const { href, bag, target, rel, title } = link.attrs
  const isPlain = link.type === marks.link && !bag && !target && !rel && !title
  return isPlain && more.length === 0 ? nodes.image.create({ ...only.attrs, href }) : null
}
