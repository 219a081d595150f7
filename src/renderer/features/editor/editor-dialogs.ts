import type { Command } from '@tiptap/pm/state'
import { create } from 'zustand'

export type EditorDialog =
  | 'link'
  | 'block-link'
  | 'image'
  | 'alt-text'
  | 'frame'
  | 'language'
  | 'list-start'
  | 'characters'
  | 'files'

interface EditorDialogs {
  readonly open: EditorDialog | null
  show(dialog: EditorDialog): void
  close(): void
}

/** Which of the page editor's dialogs is open; there is one page in front, so one of them at most. */
export const useEditorDialogs = create<EditorDialogs>()((set) => ({
  open: null,
  show: (open) => set({ open }),
  close: () => set({ open: null }),
}))

/** Opens a dialog about the selection; what it does comes later, from the dialog. */
export const showDialog =
  (dialog: EditorDialog): Command =>
  (_state, dispatch) => {
    if (dispatch) useEditorDialogs.getState().show(dialog)
    return true
  }
