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

/** The tag of a picture with an attribute list: what its brackets say, then the list. */
function listBag({ attrs }: Node, { tag, attrs: written }: MarkdownBag): Bag {
  const own: [string, string][] = [
    ['src', String(attrs.src ?? '')],
    ['alt', String(attrs.alt ?? '')],
  ]
  if (attrs.title !== null) own.push(['title', String(attrs.title)])
  const rest = written.filter(([key]) => !/^(?:src|alt|title)$/.test(key))
  return { tag, attrs: [...own, ...rest] }
}

function pictureAttrs(node: Node) {
  const { src, title, href } = node.attrs
  const alt = node.attrs.alt ?? ''
  const written = node.attrs.bag as MarkdownBag | null
  const bag = written?.form === 'list' ? listBag(node, written) : written && withoutForm(written)
  const plainLink: Bag = { tag: 'a', attrs: [['href', href]] }
  const link = node.type === nodes.image && href && !node.attrs.wrap ? { wrap: plainLink } : {}
  if (bag) return { ...node.attrs, ...(written?.form ? { alt } : {}), ...link, bag }
  const fresh: Bag = {
    tag: 'img',
    attrs: [
      ['src', String(src ?? '')],
      ['alt', alt],
    ],
  }
  const attrs = { ...node.attrs, src: src ?? '', alt, title, bag: fresh }
  return { ...attrs, ...link, bag: pictureTag(node.type.create(attrs)) }
}

/** Words behind a fence's language have no place in HTML. */
function withoutMeta(bag: Bag & { readonly meta?: string }): Bag | null {
  const { meta, ...rest } = bag
  return rest.attrs.length === 0 && !rest.inner ? null : rest
}

function plainBag(node: Node): Bag | null {
  if (node.type === nodes.codeBlock && node.attrs.bag?.meta !== undefined)
    return withoutMeta(node.attrs.bag)
  const tag = plainTags.get(node.type)
  const { align, bag } = node.attrs
  const plain: Bag | null = bag ?? (tag === undefined ? null : { tag, attrs: [] })
  if (!plain || !align || attributeIn(plain, 'style') !== null) return plain
  return withAttribute(plain, 'style', `text-align: ${align}`)
}

/** A block as HTML can hold it when Markdown cannot: with every sign of Markdown said as a tag. */
export function plainHtml(node: Node): Node {
  // A card's picture is a card's picture by its wrapper.
  if (node.type === nodes.cardImage) return node
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

/**
 * A block on its way into a block of HTML: pictures and marks that came from Markdown say their tags in full, what
 * the HTML block holds already stays as it is.
 */
export function plainInside(node: Node, isKnown: (node: Node) => boolean): Node {
  if (isKnown(node) || node.type === nodes.cardImage) return node
  const marks = MarkClass.setFrom(node.marks.map(plainMark))
  if (node.isText) return node.mark(marks)
  const isPicture = node.type === nodes.image || node.type === nodes.imageInline
  if (isPicture) return node.type.create(pictureAttrs(node), null, marks)
  const content = node.content.content.map((child) => plainInside(child, isKnown))
  return node.type.create(node.attrs, Fragment.from(content), marks)
}
