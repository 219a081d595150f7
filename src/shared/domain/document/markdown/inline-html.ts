import type { Mark, Node } from 'prosemirror-model'
import { openHtmlBody } from '../html/open-html.ts'
import { tagOfMarkUse } from '../html/open-tag.ts'
import { documentSchema } from '../schema.ts'
import { type MarkdownReader, put } from './reader.ts'

const { marks: markTypes, nodes } = documentSchema

/** Marks for which Markdown has no sign: a new one is written as its tag. */
const writtenAsTags = new Set([
  markTypes.underline,
  markTypes.subscript,
  markTypes.superscript,
  markTypes.highlight,
  markTypes.htmlMark,
])

const startTag = /^<([a-zA-Z][a-zA-Z0-9-]*)(?:\s[\s\S]*)?>$/
const endTag = /^<\/([a-zA-Z][a-zA-Z0-9-]*)\s*>$/

/** The name of a start tag that may have an end, else null. */
export const opensTag = (html: string): string | null =>
  html.endsWith('/>') ? null : (startTag.exec(html)?.[1]?.toLowerCase() ?? null)

export const closesTag = (html: string): string | null =>
  endTag.exec(html)?.[1]?.toLowerCase() ?? null

/** Reads a piece of HTML in a line by the HTML rules; null where it is not one inline node. */
function readPiece(reader: MarkdownReader, html: string): Node | null {
  const known = reader.tags.get(html)
  if (known !== undefined) return known
  const block = openHtmlBody(`<p>${html}</p>`).doc.firstChild
  const only = block?.type === nodes.paragraph && block.childCount === 1 ? block.firstChild : null
  reader.tags.set(html, only)
  return only
}

/** The mark that an element of a line stands for; null where it is none. */
export function markOfTag(reader: MarkdownReader, start: string): Mark | null {
  const tag = opensTag(start)
  if (!tag) return null
  const [mark, ...more] = readPiece(reader, `${put(reader, start)}x</${tag}>`)?.marks ?? []
  if (!mark || more.length > 0) return null
  if (mark.attrs.bag || writtenAsTags.has(mark.type)) return mark
  return mark.type.create({ ...mark.attrs, bag: tagOfMarkUse(mark) })
}

/** A picture, line break or locked piece written in HTML. */
export function nodeOfHtml(reader: MarkdownReader, html: string): Node | null {
  const node = readPiece(reader, html)
  return node && !node.isText && node.marks.length === 0 ? node : null
}
