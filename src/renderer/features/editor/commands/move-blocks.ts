import { type Command, TextSelection } from '@tiptap/pm/state'

export interface Range {
  readonly from: number
  readonly to: number
}

/** Moves whole blocks of the page in front of the block at `target`, or behind the last one; the caret goes along. */
export function moveBlocks({ from, to }: Range, target: number): Command {
  return (state, dispatch) => {
    if (target >= from && target <= to) return false
    if (dispatch) {
      const { selection, doc, tr } = state
      const blocks = doc.slice(from, to).content
      tr.delete(from, to)
      const at = tr.mapping.map(target)
      tr.insert(at, blocks)
      const inside = selection.from >= from && selection.to <= to
      const caret = inside ? at + selection.head - from : at + 1
      tr.setSelection(TextSelection.near(tr.doc.resolve(caret)))
      dispatch(tr.scrollIntoView())
    }
    return true
  }
}
