import { Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { fitFormat } from '../paste/fit-format.ts'

const format = 'application/x-galley-blocks'
/** Only what this window copied is taken as blocks: another program could write anything under our format's name. */
const token = crypto.randomUUID()

function copy(view: EditorView, event: ClipboardEvent): boolean {
  const { selection } = view.state
  if (selection.empty || !event.clipboardData) return false
  const slice = selection.content()
  const { dom, text } = view.serializeForClipboard(slice)
  event.clipboardData.clearData()
  event.clipboardData.setData('text/html', dom.innerHTML)
  event.clipboardData.setData('text/plain', text)
  event.clipboardData.setData(format, JSON.stringify({ token, slice: slice.toJSON() }))
  event.preventDefault()
  return true
}

function copiedSlice(view: EditorView, data: DataTransfer | null): Slice | null {
  const text = data?.getData(format)
  if (!text) return null
  try {
    const copied = JSON.parse(text) as { token?: unknown; slice?: unknown }
    if (copied.token !== token) return null
    return fitFormat(Slice.fromJSON(view.state.schema, copied.slice), view.state)
  } catch {
    return null
  }
}

/**
 * Copying blocks keeps what HTML on the clipboard could not carry: the attributes their source had, and locked blocks.
 * Other programs get clean HTML and text.
 */
export function ownClipboard(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        copy,
        cut: (view, event) => {
          if (!view.editable || !copy(view, event)) return false
          view.dispatch(view.state.tr.deleteSelection().scrollIntoView().setMeta('uiEvent', 'cut'))
          return true
        },
      },
      handlePaste: (view, event) => {
        const slice = copiedSlice(view, event.clipboardData)
        if (!slice) return false
        const tr = view.state.tr.replaceSelection(slice)
        view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'))
        return true
      },
    },
  })
}
