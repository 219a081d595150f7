import { Fragment, type Mark, type Node } from 'prosemirror-model'
import { documentSchema } from '../schema.ts'
import { attributeIn, type Bag } from './bag.ts'
import { startOf } from './open-tag.ts'

/*
 * Some pages can be said by more than one document: a list as a box whose parts are items, a linked picture as a box
 * with a picture in it, a centred line as words with a style. They are written alike, so they read back as one of them.
 */

const { nodes, marks } = documentSchema

const boxTag = (node: Node): string | null =>
  node.type === nodes.htmlBox ? String(node.attrs.tag) : null
const isItemBox = (node: Node) => boxTag(node) === 'li'
const isItem = (node: Node) => node.type === nodes.listItem || isItemBox(node)

/** The children of an item, where an item right inside it is only what it holds: its tag would end the outer one. */
export function itemContent(parent: Node, children: readonly Node[]): readonly Node[] {
  if (!isItem(parent) || !children.some(isItemBox)) return children
  return children.flatMap((child) => {
    if (!isItemBox(child)) return [child]
    return child.childCount > 0 ? child.content.content : [nodes.paragraph.create()]
  })
}

/** A document without items right inside items; all other nodes are the same objects as before. */
export function withoutNestedItems(node: Node): Node {
  if (node.isTextblock || node.isLeaf) return node
  const before = node.content.content
  const inside = before.map(withoutNestedItems)
  const after = itemContent(node, inside)
  const isSame = after === inside && inside.every((child, i) => child === before[i])
  return isSame ? node : node.copy(Fragment.from(after))
}

const lineTags = /^(?:center|div|h[1-6]|p)$/

/** A line all of which lies in one block element, as a box with the line in it; null for any other. */
export function asBox(line: Node): Node | null {
  if (line.type !== nodes.paragraph || line.attrs.bag || line.childCount === 0) return null
  const first = line.firstChild?.marks.find((m) => lineTags.test(String(m.attrs.tag)))
  if (!first || !line.children.every((child) => first.isInSet(child.marks))) return null
  const words = line.children.map((child) => child.mark(first.removeFromSet(child.marks)))
  const { tag, bag } = first.attrs
  return nodes.htmlBox.create({ tag, bag }, nodes.paragraph.create(null, Fragment.from(words)))
}

function asList(box: Node, tag: 'ul' | 'ol'): Node | null {
  const bag = box.attrs.bag as Bag
  if (box.childCount === 0 || !box.children.every(isItemBox)) return null
  if (attributeIn(bag, 'data-type') === 'taskList') return null
  const items = box.children.map((item) => {
    const inside = item.childCount > 0 ? item.content : nodes.paragraph.create()
    return nodes.listItem.create({ bag: item.attrs.bag }, inside)
  })
  if (tag === 'ul') return nodes.bulletList.create({ bag }, items)
  return nodes.orderedList.create({ bag, start: startOf(attributeIn(bag, 'start')) }, items)
}

const isComment = (node: Node) =>
  node.type === nodes.opaque && String(node.attrs.source).startsWith('<!--')

function inLine(node: Node, link: Mark): Node {
  if (node.type === nodes.opaque)
    return nodes.opaqueInline.create({ source: node.attrs.source, label: '' }, null, [link])
  const { src, alt, title, width, bag } = node.attrs
  return nodes.imageInline.create({ src, alt, title, width, bag }, null, [link])
}

/** A link around a picture alone is the picture's own; one around more that stands in a line is a line of its own. */
function asPictures(box: Node): Node | null {
  const bag = box.attrs.bag as Bag
  const pictures = box.children.filter((child) => child.type === nodes.image)
  if (pictures.length === 0 || pictures.some((picture) => picture.attrs.wrap)) return null
  if (!box.children.every((child) => child.type === nodes.image || isComment(child))) return null
  const value = (name: string) => attributeIn(bag, name)
  const [only] = pictures
  if (only && box.childCount === 1)
    return nodes.image.create({ ...only.attrs, href: value('href'), wrap: bag })
  const own = { href: value('href'), title: value('title'), target: value('target') }
  const link = marks.link.create({ ...own, rel: value('rel'), bag })
  const line = box.children.map((child) => inLine(child, link))
  return nodes.paragraph.create({ bag: { tag: 'p', attrs: [] } }, line)
}

/** A box, its tag said in full, as the kind of block its source reads back as. */
export function boxAsRead(node: Node): Node {
  const tag = boxTag(node)
  if (tag === 'ul' || tag === 'ol') return asList(node, tag) ?? node
  return (tag === 'a' ? asPictures(node) : null) ?? node
}
