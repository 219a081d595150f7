import type { Node, Schema } from '@tiptap/pm/model'
import {
  type Command,
  type EditorState,
  NodeSelection,
  Selection,
  TextSelection,
} from '@tiptap/pm/state'

/** Where a new block may go: in place of an empty paragraph, else behind the block that holds the selection. */
function placeFor(state: EditorState, block: Node): { from: number; to: number } | null {
  const { $from, $to } = state.selection
  for (let depth = $from.depth; depth >= 0; depth--) {
    const parent = $from.node(depth)
    const index = $from.index(depth)
    if (!parent.canReplaceWith(index, index, block.type)) continue
    const inside = depth < $from.depth ? $from.node(depth + 1) : null
    if (inside?.type.name === 'paragraph' && inside.content.size === 0)
      return { from: $from.before(depth + 1), to: $from.after(depth + 1) }
    const at = depth < $from.depth ? $from.after(depth + 1) : $to.pos
    return { from: at, to: at }
  }
  return null
}

/** The first words of a new block, which say what belongs there: they are typed over. */
function firstWords(doc: Node, pos: number): Selection {
  const { $from } = Selection.near(doc.resolve(pos + 1))
  return TextSelection.create(doc, $from.start(), $from.end())
}

/** Puts a new block in and the caret inside it, or selects it where there is no inside. */
export function insertBlock(make: (schema: Schema) => Node): Command {
  return (state, dispatch) => {
    const block = make(state.schema)
    const place = placeFor(state, block)
    if (!place) return false
    if (dispatch) {
      const tr = state.tr.replaceWith(place.from, place.to, block)
      tr.setSelection(
        block.isLeaf ? NodeSelection.create(tr.doc, place.from) : firstWords(tr.doc, place.from),
      )
      dispatch(tr.scrollIntoView())
    }
    return true
  }
}
