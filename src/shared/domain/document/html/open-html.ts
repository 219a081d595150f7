import { parseFragment } from 'parse5'
import type { Node } from 'prosemirror-model'
import { maskTemplates } from '../mask.ts'
import type { OpenedBody, Ref } from '../ref.ts'
import { documentSchema } from '../schema.ts'
import { BlockRun } from './block-run.ts'
import { mendLocations } from './mend-locations.ts'
import { readBlock } from './read-blocks.ts'
import { readInline } from './read-inline.ts'
import type { Reader } from './reader.ts'

/**
 * Opens an HTML body: its document with the place of every node in the source. Nothing is refused: what the document
 * model cannot hold is a locked block of the smallest size, kept to the byte.
 */
export function openHtmlBody(src: string): OpenedBody {
  const masked = maskTemplates(src)
  const refs = new Map<Node, Ref>()
  const reader: Reader = {
    src,
    masked,
    refs,
    depth: 0,
    blocks: (nodes, inside) => new BlockRun(reader, inside).read(nodes),
    block: (element) => readBlock(reader, element),
    inline: (nodes, inside) => readInline(reader, nodes, inside),
  }
  const tree = parseFragment(masked.text, { sourceCodeLocationInfo: true })
  mendLocations(tree.childNodes, src.length)
  const kids = reader.blocks(tree.childNodes, { os: 0, ce: src.length })
  const content = kids.kids.length > 0 ? kids.kids : [documentSchema.nodes.paragraph.create()]
  const doc = documentSchema.nodes.doc.create(null, content)
  const root: Ref = { s: 0, e: src.length, os: 0, ce: src.length, ...kids }
  refs.set(doc, root)
  return { src, doc, refs, root, eol: eolOf(src) }
}

/** The line end of new text: that of the majority of lines. */
export function eolOf(text: string): '\n' | '\r\n' {
  const crlf = text.split('\r\n').length - 1
  const lf = text.split('\n').length - 1 - crlf
  return crlf > lf ? '\r\n' : '\n'
}
