import { Plugin, TextSelection } from '@tiptap/pm/state'

/**
 * The first letter of an empty block is written by the editor, not by Chromium: where the block was drawn anew in the
 * same moment, Chromium puts the letter where the caret was before, and the next ones in front of it.
 */
export function firstLetter(): Plugin {
  return new Plugin({
    props: {
      handleKeyPress(view, event) {
        const { selection } = view.state
        if (!(selection instanceof TextSelection) || !selection.empty) return false
        const { $from, from, to } = selection
        if ($from.parent.content.size > 0 || event.charCode < 32) return false
        if (event.metaKey || (event.ctrlKey && !event.altKey)) return false
        const text = String.fromCodePoint(event.charCode)
        const write = () => view.state.tr.insertText(text, from, to).scrollIntoView()
        const isTaken = view.someProp('handleTextInput', (f) => f(view, from, to, text, write))
        if (!isTaken) view.dispatch(write())
        return true
      },
    },
  })
}
