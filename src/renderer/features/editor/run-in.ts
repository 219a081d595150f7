import type { Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import { useEditorDialogs } from './editor-dialogs.ts'

/** Carries out a command on the page and gives the page the focus back, unless a dialog has opened. */
export function runIn(editor: Editor, command: Command): boolean {
  const done = command(editor.state, editor.view.dispatch, editor.view)
  if (useEditorDialogs.getState().open === null) editor.view.focus()
  return done
}
