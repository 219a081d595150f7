import type { Root, RootContent } from 'mdast'
import type { Node } from 'prosemirror-model'
import { eolOf } from '../html/open-html.ts'
import { maskTemplates, unmask } from '../mask.ts'
import { documentSchema } from '../schema.ts'
import { maskBlocks } from './block-masks.ts'
import { StyleCount, wrapWidth } from './file-style.ts'
import type { MarkdownRef, OpenedMarkdown } from './markdown-ref.ts'
import { parseMarkdown } from './parse-markdown.ts'
import { readFlow } from './read-blocks.ts'
import { type MarkdownReader, refAt } from './reader.ts'

/** Output and tags of template languages, and formulas in a line. */
const formula = /\$\$(?!\s*\n)[^$\n]+\$\$/

function definitionsOf(tree: Root, pieces: readonly string[]) {
  const found = new Map<string, { url: string; title: string | null }>()
  const visit = (nodes: readonly RootContent[]) => {
    for (const node of nodes) {
      if (node.type === 'definition' && !found.has(node.identifier)) {
        const title = node.title ? unmask(node.title, pieces) : null
        found.set(node.identifier, { url: unmask(node.url, pieces), title })
      } else if (/^(?:blockquote|list|listItem|footnoteDefinition)$/.test(node.type))
        visit((node as { children: RootContent[] }).children)
    }
  }
  visit(tree.children)
  return found
}

/**
 * Opens a Markdown body: its document with the place of every node in the source. Nothing is refused: what the
 * document model cannot hold is a locked block of the smallest size, kept to the byte.
 */
export function openMarkdownBody(
  src: string,
  newBlocks: OpenedMarkdown['newBlocks'] = 'markdown',
): OpenedMarkdown {
  const code = maskTemplates(src, formula)
  const { text, masks } = maskBlocks(code.text)
  const tree = parseMarkdown(text)
  const refs = new Map<Node, MarkdownRef>()
  const style = new StyleCount()
  const definitions = definitionsOf(tree, code.pieces)
  const reader: MarkdownReader = {
    ...{ src, text, code, masks, refs, definitions, style },
    tags: new Map(),
    wraps: wrapWidth(src) > 0,
    depth: 0,
  }
  const kids = readFlow(reader, tree.children, '')
  const content = kids.kids.length > 0 ? kids.kids : [documentSchema.nodes.paragraph.create()]
  const doc = documentSchema.nodes.doc.create(null, content)
  const root: MarkdownRef = { ...refAt([0, src.length], ''), ...kids }
  refs.set(doc, root)
  return { src, doc, refs, root, eol: eolOf(src), definitions, newBlocks, style: style.style(src) }
}
