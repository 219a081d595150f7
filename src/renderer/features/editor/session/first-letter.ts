import { type EditorState, NodeSelection, Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

const written = (event: KeyboardEvent) =>
  event.charCode < 32 || event.metaKey || (event.ctrlKey && !event.altKey)
    ? null
    : String.fromCodePoint(event.charCode)

/** Whether the caret is in an empty block. */
function isInEmpty({ selection }: EditorState): boolean {
  return (
    selection instanceof TextSelection &&
    selection.empty &&
    selection.$from.parent.content.size === 0
  )
}

function write(view: EditorView, text: string): void {
  const { from, to } = view.state.selection
  const typed = () => view.state.tr.insertText(text, from, to).scrollIntoView()
  const isTaken = view.someProp('handleTextInput', (f) => f(view, from, to, text, typed))
  if (!isTaken) view.dispatch(typed())
}

/** A paragraph behind the picture, frame or divider that is selected. */
function goBehind(view: EditorView): boolean {
  const { selection, schema, tr } = view.state
  const { $to } = selection
  if (!(selection instanceof NodeSelection) || !selection.node.isBlock || !selection.node.isLeaf)
    return false
  const paragraph = schema.node('paragraph')
  if (!$to.parent.canReplaceWith($to.index(), $to.index(), paragraph.type)) return false
  tr.insert($to.pos, paragraph)
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, $to.pos + 1)))
  return true
}

/**
 * The first letter of an empty block is written by the editor, not by Chromium: where the block was drawn anew in the
 * same moment, Chromium puts the letter where the caret was before, and the next ones in front of it. Typing on a
 * selected picture goes on behind it: nobody means to lose a picture by a letter.
 */
export function firstLetter(): Plugin {
  return new Plugin({
    props: {
      handleKeyPress(view, event) {
        const text = written(event)
        if (text === null || !(isInEmpty(view.state) || goBehind(view))) return false
        write(view, text)
        return true
      },
    },
  })
}
