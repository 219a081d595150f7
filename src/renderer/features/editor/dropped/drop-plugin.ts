import { Plugin, Selection } from '@tiptap/pm/state'
import { offerFiles } from './offer-store.ts'

const filesIn = (data: DataTransfer | null): readonly File[] => [...(data?.files ?? [])]

/** Words that come with a picture are meant themselves: programs that copy words add a picture of them. */
const hasWords = (data: DataTransfer | null) => (data?.getData('text/plain') ?? '').trim() !== ''

/** Files from elsewhere that are dropped or pasted on a page are offered to be taken into the site. */
export function dropPlugin(): Plugin {
  return new Plugin({
    props: {
      handlePaste(view, event) {
        const files = filesIn(event.clipboardData)
        if (!view.editable || files.length === 0 || hasWords(event.clipboardData)) return false
        void offerFiles(files)
        return true
      },
      handleDrop(view, event) {
        const files = filesIn(event.dataTransfer)
        if (!view.editable || files.length === 0) return false
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
        if (at) {
          const place = view.state.doc.resolve(at.pos)
          view.dispatch(view.state.tr.setSelection(Selection.near(place)))
        }
        event.preventDefault()
        void offerFiles(files)
        return true
      },
    },
  })
}
