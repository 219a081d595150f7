import type { Node } from '@tiptap/pm/model'
import { Selection, TextSelection } from '@tiptap/pm/state'

/**
 * Where the caret goes when the page around it is replaced by another version: into the block with the same words,
 * the nearest of several; where that is gone, as far from the top as it was.
 */
export function caretIn(doc: Node, before: Selection): Selection {
  const { parent, parentOffset } = before.$head
  const start = before.$head.start()
  let found: number | null = null
  doc.descendants((node, pos) => {
    const isSame = node.type.name === parent.type.name && node.textContent === parent.textContent
    const isNearer = found === null || Math.abs(pos + 1 - start) < Math.abs(found - start)
    if (node.isTextblock && isSame && isNearer) found = pos + 1
    return !node.isTextblock
  })
  return found !== null && parent.isTextblock
    ? TextSelection.create(doc, found + parentOffset)
    : Selection.near(doc.resolve(Math.min(before.head, doc.content.size)))
}
