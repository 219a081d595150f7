import type { EditorView } from '@codemirror/view'

/** A position of the text as the view counts: each line end is one character there. */
export function placeIn(text: string, position: number, lineEnd: '\n' | '\r\n'): number {
  const before = text.slice(0, position)
  return lineEnd === '\n' ? before.length : before.replaceAll(lineEnd, '\n').length
}

/** What the user does to go elsewhere; what else scrolls the view is no wish of theirs. */
const leaving = ['wheel', 'pointerdown', 'keydown'] as const

/**
 * Tells what stands at the upper edge, in characters of the text, when the user has scrolled. Answers with the
 * function that ends it.
 */
export function followPlace(view: EditorView, onPlace: (position: number) => void): () => void {
  const { scrollDOM: box } = view
  let isUsers = false
  const note = (): void => {
    isUsers = true
  }
  const tell = (): void => {
    if (!isUsers) return
    const { right, top } = box.getBoundingClientRect()
    const line = { x: right - 1, y: top + view.defaultLineHeight / 2 }
    const at = box.scrollTop === 0 ? 0 : view.posAtCoords(line, false)
    onPlace(view.state.sliceDoc(0, at).length)
  }
  box.addEventListener('scroll', tell)
  for (const kind of leaving) view.dom.addEventListener(kind, note)
  return () => {
    box.removeEventListener('scroll', tell)
    for (const kind of leaving) view.dom.removeEventListener(kind, note)
  }
}
