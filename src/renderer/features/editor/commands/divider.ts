import { type Command, TextSelection } from '@tiptap/pm/state'
import { insertBlock } from './insert-block.ts'

/** A line across the page; writing goes on behind it, in a new paragraph where no text follows. */
export const insertDivider: Command = (state, dispatch) => {
  const put = insertBlock((schema) => schema.node('horizontalRule'))
  if (!dispatch) return put(state)
  return put(state, (tr) => {
    let at = -1
    tr.mapping.maps.at(-1)?.forEach((_from, _to, start, end) => {
      at = start < end ? end : at
    })
    const next = at < 0 ? null : tr.doc.nodeAt(at)
    if (at >= 0 && !next?.isTextblock) tr.insert(at, state.schema.node('paragraph'))
    if (at >= 0) tr.setSelection(TextSelection.create(tr.doc, at + 1))
    dispatch(tr.scrollIntoView())
  })
}
