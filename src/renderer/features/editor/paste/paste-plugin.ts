import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { canLink, type LinkForm, linkRange, setLink } from '../links/link-range.ts'
import { cleanPastedHtml } from './clean-html.ts'
import { fitFormat } from './fit-format.ts'
import { sliceOfText } from './read-text.ts'

const loneAddress = /^(?:https?:\/\/|mailto:)\S+$/i

/** An address that is pasted over words becomes their link. */
function linkWords(view: EditorView, text: string, form: LinkForm): boolean {
  const { state } = view
  const href = text.trim()
  if (state.selection.empty || !loneAddress.test(href) || !canLink(state)) return false
  const range = linkRange(state)
  if (loneAddress.test(range.text.trim())) return false
  return setLink(range, { href, text: range.text }, form)(state, view.dispatch)
}

/** New links are written as the page's own editor writes them. */
function withForm(node: Node, form: LinkForm): Node {
  if (!node.isText) return node.copy(mapped(node.content, form))
  const marks = node.marks.map((mark) =>
    mark.type.name === 'link' && mark.attrs.target === null && mark.attrs.rel === null
      ? mark.type.create({ ...mark.attrs, ...form })
      : mark,
  )
  return node.mark(marks)
}

const mapped = (content: Fragment, form: LinkForm): Fragment =>
  Fragment.fromArray(content.content.map((node) => withForm(node, form)))

/** What is pasted or dropped becomes clean blocks of the page. */
export function pastePlugin(linkForm: () => LinkForm): Plugin {
  return new Plugin({
    props: {
      transformPastedHTML: cleanPastedHtml,
      clipboardTextParser: (text, $context, plain) => sliceOfText(text, $context, plain),
      transformPasted: (slice, view) =>
        // What is moved within the page stays as it is.
        view.dragging
          ? slice
          : fitFormat(
              new Slice(mapped(slice.content, linkForm()), slice.openStart, slice.openEnd),
              view.state,
            ),
      handlePaste(view, event) {
        const data = event.clipboardData
        const text = data?.getData('text/plain') ?? ''
        if (linkWords(view, text, linkForm())) return true
        // Code editors copy their colours as HTML; what is meant is the text.
        if (!data?.types.includes('vscode-editor-data') || !text) return false
        const { $from } = view.state.selection
        if ($from.parent.type.spec.code) return false
        const slice = fitFormat(sliceOfText(text, $from, false), view.state)
        const tr = view.state.tr.replaceSelection(slice)
        view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'))
        return true
      },
    },
  })
}
