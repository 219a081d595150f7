import type { Command } from '@tiptap/pm/state'

/** Takes bold, italic and the like off the selected words, or off what is typed next; links stay. */
export const clearFormatting: Command = (state, dispatch) => {
  const { from, to, empty } = state.selection
  if (!dispatch) return true
  const tr = state.tr
  for (const type of Object.values(state.schema.marks)) {
    if (type.name === 'link') continue
    if (empty) tr.removeStoredMark(type)
    else tr.removeMark(from, to, type)
  }
  dispatch(tr)
  return true
}
