import { Fragment, type Node } from 'prosemirror-model'
import { normaliseForHtml } from '../html/normalise.ts'
import { documentSchema } from '../schema.ts'
import { inlineRuns } from './inline-runs.ts'
import { asPicture } from './lone-picture.ts'
import { plainHtml } from './plain-html.ts'

const { nodes } = documentSchema

/** A paragraph that Markdown has no way to write. */
export const isEmptyParagraph = (node: Node): boolean =>
  node.type === nodes.paragraph &&
  node.content.content.every((child) => child.isText && /^[ \t\r\n\f]*$/.test(child.text ?? ''))

/** What reads back as words where it has lost its meaning: a formula in HTML, the mark of a note that is gone. */
function wordsOf(node: Node): string | null {
  if (node.type === nodes.footnoteReference) return `[^${node.attrs.label}]`
  const source = node.type === nodes.opaqueInline ? String(node.attrs.source) : ''
  return /^\$\$[^$]+\$\$$/.test(source) ? source : null
}

const settled = (block: Node): Node =>
  block.copy(
    Fragment.from(
      inlineRuns(block).map((run) => {
        const words = run.text ?? wordsOf(run.node)
        return words === null
          ? run.node.mark([...run.marks])
          : documentSchema.text(words, [...run.marks])
      }),
    ),
  )

const isBlank = (node: Node | null) => node?.isText && /^[ \t\r\n\f]*$/.test(node.text ?? '')

/** A text block without the spaces at its edges, which no file keeps. */
function withoutEdges(block: Node): Node {
  let content = block.content
  while (isBlank(content.firstChild)) content = content.cut(content.firstChild?.nodeSize ?? 0)
  while (isBlank(content.lastChild))
    content = content.cut(0, content.size - (content.lastChild?.nodeSize ?? 0))
  return block.copy(content)
}

function settle(node: Node): Node {
  if (node.type === nodes.codeBlock) return node.copy(codeText(node))
  if (node.isTextblock) {
    const block = settled(node)
    return asPicture(withoutEdges(block)) ?? block
  }
  if (node.isLeaf) return node
  const kept = node.content.content.filter((child) => !isEmptyParagraph(child))
  const children = kept.length > 0 ? kept : node.content.content.slice(0, 1)
  return node.copy(Fragment.from(children.map(settle)))
}

/** Code in a file's own line ends; empty lines at its end are the fence's. */
function codeText(node: Node): Fragment {
  const text = node.textContent.replace(/\r\n?/g, '\n')
  return text === '' ? Fragment.empty : Fragment.from(documentSchema.text(text))
}

const known = new WeakMap<Node, Node>()

/**
 * A document or block as a Markdown file can hold it, with every tag said in full: without empty paragraphs and
 * spaces that no sign can cover. Two documents that normalise to equal nodes are the same page.
 */
export function normaliseForMarkdown(node: Node): Node {
  const before = known.get(node)
  if (before) return before
  const made = normaliseForHtml(plainHtml(settle(node)))
  known.set(node, made)
  return made
}
