import type { Node } from 'prosemirror-model'
import { type Bag, startTag } from '../html/bag.ts'
import { pictureTag } from '../html/open-tag.ts'
import { destination, escapeText } from './escape-text.ts'
import type { InlineStyle } from './inline-style.ts'
import type { MarkdownBag } from './markdown-ref.ts'
import { attributeTail, pointsTo } from './print-link.ts'

/** Writes a picture in a line or alone. */
export function printPicture(node: Node, style: InlineStyle): string {
  const bag = node.attrs.bag as MarkdownBag | null
  const { src, title, width } = node.attrs
  if (bag && bag.form === undefined) return startTag(pictureTag(node))
  const place = { lineStart: false, cell: style.cell, all: false }
  const alt = escapeText(String(node.attrs.alt ?? ''), place)
  if (bag?.label !== undefined && width === null && pointsTo(bag, node.attrs, style.definitions))
    return `![${alt}][${bag.label}]`
  const plain = `![${alt}](${destination(String(src ?? ''), title)})`
  if (bag?.form === 'list') {
    const use = pictureTag(node)
    const tail = attributeTail(use, ['src', 'alt', 'title'])
    return tail === undefined ? startTag(use) : plain + tail
  }
  if (width === null) return plain
  const written = { ...node.attrs, src: String(src ?? ''), alt: String(node.attrs.alt ?? '') }
  const attrs: Bag['attrs'] = [
    ['src', written.src],
    ['alt', written.alt],
  ]
  return startTag(pictureTag(node.type.create({ ...written, bag: { tag: 'img', attrs } })))
}
