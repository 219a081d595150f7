import type { Mark, Node } from '@tiptap/pm/model'
import { type EditorState, Plugin } from '@tiptap/pm/state'

/** The link that covers all of a range; null where it does not, or two links meet. */
function linkOver(doc: Node, from: number, to: number): Mark | null {
  let link: Mark | null = null
  let whole = true
  doc.nodesBetween(from, to, (node) => {
    if (!node.isInline) return true
    const own = node.marks.find((mark) => mark.type.name === 'link') ?? null
    if (!own || (link && !own.eq(link))) whole = false
    link ??= own
    return false
  })
  return whole ? link : null
}

/** At the end of code, the caret can step out of it without a space. */
function leaveCode(state: EditorState) {
  const { $head, empty } = state.selection
  const code = state.schema.marks.code
  if (!empty || !code || $head.nodeAfter || !code.isInSet(state.storedMarks ?? $head.marks()))
    return null
  return state.tr.removeStoredMark(code)
}

/** How typing behaves at the edges of links and code. */
export function editingRules(): Plugin {
  return new Plugin({
    props: {
      // Words typed over a link, or its first word, stay the link.
      handleTextInput(view, from, to, text) {
        if (from === to) return false
        const link = linkOver(view.state.doc, from, to)
        if (!link) return false
        const tr = view.state.tr.insertText(text, from, to)
        tr.addMark(from, from + text.length, link)
        view.dispatch(tr.scrollIntoView())
        return true
      },
      handleKeyDown(view, event) {
        if (event.key !== 'ArrowRight' || event.shiftKey || event.altKey) return false
        const tr = leaveCode(view.state)
        if (tr) view.dispatch(tr)
        return tr !== null
      },
    },
  })
}
