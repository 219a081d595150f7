import type { Command } from '@tiptap/pm/state'

/** Opens the menu of the block with the caret, as its handle does. */
export const openBlockTools: Command = (_state, _dispatch, view) => {
  const handle = view?.dom.closest('.page-sheet')?.querySelector<HTMLElement>('.block-handle')
  if (!handle) return false
  handle.focus()
  handle.click()
  return true
}
