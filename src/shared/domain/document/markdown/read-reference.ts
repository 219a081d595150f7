import type { Image, ImageReference, LinkReference } from 'mdast'
import type { Node } from 'prosemirror-model'
import { documentSchema } from '../schema.ts'
import type { MarkdownBag } from './markdown-ref.ts'
import { type MarkdownReader, put } from './reader.ts'

const { imageInline, opaqueInline } = documentSchema.nodes

/** The bag of a link or picture that points to a definition; null where there is none. */
export function definitionBag(
  reader: MarkdownReader,
  node: LinkReference | ImageReference,
  tag: 'a' | 'img',
): (MarkdownBag & { url: string }) | null {
  const found = reader.definitions.get(node.identifier)
  if (!found) return null
  const label = put(reader, node.label ?? node.identifier)
  return { tag, attrs: [], form: node.referenceType, label, url: found.url, title: found.title }
}

/** A picture in a line. */
export function nodeOfPicture(reader: MarkdownReader, node: Image | ImageReference): Node {
  const alt = put(reader, node.alt ?? '')
  if (node.type === 'image') {
    const title = node.title === null || node.title === undefined ? null : put(reader, node.title)
    return imageInline.create({ src: put(reader, node.url), alt, title })
  }
  const bag = definitionBag(reader, node, 'img')
  if (!bag) return opaqueInline.create({ source: `![${alt}]`, label: 'Code' })
  return imageInline.create({ src: bag.url, alt, title: bag.title ?? null, bag })
}
