import type { Editor } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import type { Command, Transaction } from '@tiptap/pm/state'
import { useEditorDialogs } from './editor-dialogs.ts'
import { useFindBar } from './find/find-store.ts'

/** Carries out a command on the page and gives the page the focus back, unless a dialog or bar has taken it. */
export function runIn(editor: Editor, command: Command): boolean {
  const before = useFindBar.getState().asked
  // What a tool does is a step of its own, also right behind a key.
  const asStep = (tr: Transaction) => editor.view.dispatch(closeHistory(tr))
  const done = command(editor.state, asStep, editor.view)
  const elsewhere =
    useEditorDialogs.getState().open !== null || useFindBar.getState().asked !== before
  if (!elsewhere) editor.view.focus()
  return done
}

/** Where the focus goes after an entry of a menu: to the page, unless a dialog has it. */
export const toPage = (editor: Editor) => (): HTMLElement | false =>
  useEditorDialogs.getState().open === null ? editor.view.dom : false
