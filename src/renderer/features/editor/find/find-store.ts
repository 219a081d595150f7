import type { Command } from '@tiptap/pm/state'
import { create } from 'zustand'

interface FindBarState {
  readonly open: boolean
  /** Counts the times it was asked for: the field takes the focus again. */
  readonly asked: number
  show(): void
  close(): void
}

/** Whether the page in front is being searched. */
export const useFindBar = create<FindBarState>()((set) => ({
  open: false,
  asked: 0,
  show: () => set(({ asked }) => ({ open: true, asked: asked + 1 })),
  close: () => set({ open: false }),
}))

export const showFindBar: Command = (_state, dispatch) => {
  if (dispatch) useFindBar.getState().show()
  return true
}
