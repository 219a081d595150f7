import type { Node } from 'prosemirror-model'
import { openHtmlBody } from '../html/open-html.ts'
import { documentSchema } from '../schema.ts'
import type { BlockMask } from './block-masks.ts'
import { type Kids, type MarkdownReader, makeNode, refAt } from './reader.ts'

interface Inside {
  readonly inside: Kids
  readonly prefix: string
}

/** An element with Markdown in it, between its two tags. */
export function readBox(
  reader: MarkdownReader,
  [open, close]: readonly [BlockMask, BlockMask],
  { inside, prefix }: Inside,
): Node {
  const start = reader.src.slice(open.s, open.e)
  const tag = /^<([a-zA-Z][a-zA-Z0-9-]*)/.exec(start)?.[1]?.toLowerCase() ?? 'div'
  // The HTML engine says what the start tag holds; a `div` is a box whatever its attributes.
  const asDiv = start.replace(/^<[a-zA-Z][a-zA-Z0-9-]*/, '<section')
  const box = openHtmlBody(`${asDiv}<p></p></section>`).doc.firstChild
  const bag = box?.type === documentSchema.nodes.htmlBox ? box.attrs.bag : null
  const attrs = { tag, bag: bag ? { ...bag, tag } : null }
  const ref = { ...refAt([open.s, close.e], prefix), ...inside, os: open.e, ce: close.s }
  return makeNode(reader, { type: 'htmlBox', attrs, content: inside.kids, ref })
}
