import { type Command, TextSelection } from '@tiptap/pm/state'

/** Selects the words of the block at a place of the page. */
export function selectWhole(pos: number): Command {
  return (state, dispatch) => {
    const { doc, tr } = state
    const node = doc.nodeAt(pos)
    if (!node) return false
    const ends = [doc.resolve(pos), doc.resolve(pos + node.nodeSize)] as const
    dispatch?.(tr.setSelection(TextSelection.between(...ends)))
    return true
  }
}
