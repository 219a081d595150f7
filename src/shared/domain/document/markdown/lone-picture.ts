import type { Mark, Node } from 'prosemirror-model'
import { tagOfMarkUse } from '../html/open-tag.ts'
import { documentSchema } from '../schema.ts'

const { nodes, marks } = documentSchema

/** The element of a link written in HTML; null for one in Markdown's own form, undefined for what a picture cannot say. */
function wrapOf({ type, attrs }: Mark) {
  if (type !== marks.link) return undefined
  if (attrs.bag && attrs.bag.form === undefined) return tagOfMarkUse(type.create(attrs))
  return attrs.bag || attrs.target || attrs.rel || attrs.title ? undefined : null
}

/** A paragraph that holds one picture and nothing else, as a picture block; null for any other. */
export function asPicture(paragraph: Node): Node | null {
  const only = paragraph.childCount === 1 ? paragraph.firstChild : null
  if (only?.type !== nodes.imageInline || paragraph.attrs.bag) return null
  const [link, ...more] = only.marks
  if (!link) return nodes.image.create(only.attrs)
  const wrap = wrapOf(link)
  if (wrap === undefined || more.length > 0) return null
  return nodes.image.create({ ...only.attrs, href: link.attrs.href, wrap })
}
