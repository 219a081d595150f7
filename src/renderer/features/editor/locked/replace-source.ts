import type { Node, Schema } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { openPage } from '../../../../shared/domain/document/page.ts'
import { carryDoc } from '../schema/carry-doc.ts'
import { pageFactsOf } from '../session/page-facts.ts'
import { formatOf } from '../session/page-format.ts'
import { PageSaver } from '../session/page-saver.ts'

/** Words that stand before and behind the code while it is read: what is not closed takes in the second. */
const [first, last] = ['Galley begins here', 'Galley ends here']

type Read = { readonly blocks: readonly Node[] } | { readonly problem: string }

const notClosed = {
  problem:
    'This code would take in what stands behind it, or break what stands before. Close everything it opens.',
}

/** What browsers read to the end of the page, whatever the site's generator makes of it. */
const openEnd = /<!--(?![\s\S]*-->)|<(script|style|textarea|title)\b(?![\s\S]*<\/\1)/i

/** The blocks that a piece of code is on a page of this kind. */
function read(state: EditorState, source: string): Read {
  const isMarkdown = formatOf(state) === 'markdown'
  if (openEnd.test(source)) return notClosed
  const { front } = pageFactsOf(state)
  const body = isMarkdown
    ? `${first}\n\n${source}\n\n${last}\n`
    : `<p>${first}</p>\n${source}\n<p>${last}</p>\n`
  const { doc, kind, refusal } = openPage(front + body)
  if (!doc) return { problem: refusal ?? 'This code cannot be read.' }
  if (isMarkdown === (kind === 'html'))
    return { problem: 'Words stand outside of any element. Put them into one, such as <p>.' }
  const isWhole = doc.firstChild?.textContent === first && doc.lastChild?.textContent === last
  if (!isWhole || doc.childCount < 3) return notClosed
  return { blocks: doc.children.slice(1, -1) }
}

const carried = (blocks: readonly Node[], schema: Schema) =>
  blocks.map((block) => carryDoc(block, schema))

export type Replaced = { readonly tr: Transaction } | { readonly problem: string }

/**
 * Puts other code in the place of the locked block at `pos`: it becomes the blocks that it is, locked ones where the
 * editor cannot hold it. Says in words why it cannot be, where the page would not read back from its file as it looks.
 */
export function replaceSource(state: EditorState, pos: number, source: string): Replaced {
  const node = state.doc.nodeAt(pos)
  if (!node) return { problem: 'The block is no longer there.' }
  if (source.trim() === '') return { problem: 'Nothing is left of it. Delete the block instead.' }
  const made = read(state, source)
  if ('problem' in made) return made
  const { tr } = state
  try {
    tr.replaceWith(pos, pos + node.nodeSize, carried(made.blocks, state.schema))
  } catch {
    return { problem: 'This cannot stand here. It may fit at the top of the page.' }
  }
  const { source: opened, front } = pageFactsOf(state)
  const text = PageSaver.of({ source: opened, front, doc: tr.doc.toJSON() }).text(true)
  return text.kind === 'refused' ? { problem: text.reason } : { tr }
}
