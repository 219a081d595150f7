import { Fragment, type Mark, Mark as MarkClass, type Node } from 'prosemirror-model'
import { attributeIn, type Bag, withAttribute } from '../html/bag.ts'
import { pictureTag } from '../html/open-tag.ts'
import { documentSchema } from '../schema.ts'
import type { MarkdownBag } from './markdown-ref.ts'

const { nodes } = documentSchema

/** What Markdown's own signs stand for, as the plainest tags; other blocks are written in the site's own form. */
const plainTags: ReadonlyMap<unknown, string> = new Map([
  [nodes.bulletList, 'ul'],
  [nodes.orderedList, 'ol'],
  [nodes.listItem, 'li'],
  [nodes.table, 'table'],
  [nodes.tableRow, 'tr'],
  [nodes.tableCell, 'td'],
  [nodes.tableHeader, 'th'],
])

const withoutForm = (bag: MarkdownBag): Bag | null => {
  if (bag.form === undefined) return bag
  return bag.form === 'list' ? { tag: bag.tag, attrs: bag.attrs } : null
}

function plainMark(mark: Mark): Mark {
  const bag = mark.attrs.bag as MarkdownBag | null
  return bag?.form === undefined ? mark : mark.type.create({ ...mark.attrs, bag: withoutForm(bag) })
}

function pictureAttrs(node: Node) {
  const { src, title, href } = node.attrs
  const alt = node.attrs.alt ?? ''
  const written = node.attrs.bag as MarkdownBag | null
  const bag = written && withoutForm(written)
  if (bag) return { ...node.attrs, bag }
  const fresh: Bag = {
    tag: 'img',
    attrs: [
      ['src', String(src ?? '')],
      ['alt', alt],
    ],
  }
  const attrs = { ...node.attrs, src: src ?? '', alt, title, bag: fresh }
  const bare = { ...attrs, bag: pictureTag(node.type.create(attrs)) }
  if (node.type !== nodes.image || !href || node.attrs.wrap) return bare
  return { ...bare, wrap: { tag: 'a', attrs: [['href', href]] } satisfies Bag }
}

function plainBag(node: Node): Bag | null {
  const tag = plainTags.get(node.type)
  const { align, bag } = node.attrs
  const plain: Bag | null = bag ?? (tag === undefined ? null : { tag, attrs: [] })
  if (!plain || !align || attributeIn(plain, 'style') !== null) return plain
  return withAttribute(plain, 'style', `text-align: ${align}`)
}

/** A block as HTML can hold it when Markdown cannot: with every sign of Markdown said as a tag. */
export function plainHtml(node: Node): Node {
  const marks = MarkClass.setFrom(node.marks.map(plainMark))
  if (node.isText) return node.mark(marks)
  const content = Fragment.from(node.content.content.map(plainHtml))
  if (node.type === nodes.doc) return node.copy(content)
  if (node.type === nodes.image || node.type === nodes.imageInline)
    return node.type.create(pictureAttrs(node), content, marks)
  const aligned = 'align' in node.attrs ? { align: null } : {}
  const bag = 'bag' in node.attrs ? { bag: plainBag(node) } : {}
  return node.type.create({ ...node.attrs, ...aligned, ...bag }, content, marks)
}
