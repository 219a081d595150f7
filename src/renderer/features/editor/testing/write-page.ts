import { type Command, NodeSelection, TextSelection } from '@tiptap/pm/state'
import { userEvent } from 'vitest/browser'
import { openSession } from './open-session.ts'

const frontOf = (variant: string) => `---\ntitle: T\npermalink: /t/\nvariant: ${variant}\n---\n`

/** A page body in a mounted editor, driven by real keys. */
export async function writePage(body: string, variant = 'tiptap') {
  const front = frontOf(variant)
  const opened = await openSession(front + body)
  const { editor } = opened.session
  if (!editor) throw new Error('This body has no document.')
  const holder = document.createElement('div')
  document.body.append(holder)
  editor.mount(holder)
  const find = (words: string): number => {
    let found = -1
    editor.state.doc.descendants((node, pos) => {
      const at = node.isText ? (node.text ?? '').indexOf(words) : -1
      if (found < 0 && at >= 0) found = pos + at
    })
    if (found < 0) throw new Error(`no “${words}” in the page`)
    return found
  }
  const select = (from: number, to: number) => {
    editor.view.dispatch(
      editor.state.tr.setSelection(TextSelection.create(editor.state.doc, from, to)),
    )
    editor.view.focus()
  }
  return {
    ...opened,
    editor,
    /** The caret behind some words. */
    behind: (words: string) => select(find(words) + words.length, find(words) + words.length),
    before: (words: string) => select(find(words), find(words)),
    mark: (words: string) => select(find(words), find(words) + words.length),
    /** Selects the first block of a kind as one. */
    pick: (name: string) => {
      let at = -1
      editor.state.doc.descendants((node, pos) => {
        if (at < 0 && node.type.name === name) at = pos
      })
      editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, at)))
      editor.view.focus()
    },
    keys: (keys: string) => userEvent.keyboard(keys),
    run: (command: Command) => command(editor.state, editor.view.dispatch, editor.view),
    body: async () => (await opened.saved()).slice(front.length),
    close: () => {
      editor.destroy()
      holder.remove()
    },
  }
}
export type WrittenPage = Awaited<ReturnType<typeof writePage>>
