import type { Editor } from '@tiptap/core'
import { type RefObject, useEffect, useState } from 'react'

/**
 * Whether somebody is at work in the page or in one of its bars: the focus is there, and no words are being marked
 * with the pointer just now.
 */
export function usePageInHand(editor: Editor, bar: RefObject<HTMLElement | null>): boolean {
  const [focused, setFocused] = useState(false)
  const [marking, setMarking] = useState(false)
  useEffect(() => {
    // While one page takes the other's place the focus moves, and the one that goes is out of the document already.
    const inPage = (target: EventTarget | null) =>
      !editor.isDestroyed && target instanceof Node && editor.view.dom.contains(target)
    const onFocus = ({ target }: FocusEvent) => {
      const inTools =
        target instanceof Element &&
        (bar.current?.contains(target) || target.closest('[role=menu]') !== null)
      setFocused(inPage(target) || inTools)
    }
    const onDown = (event: PointerEvent) => setMarking(inPage(event.target))
    const onUp = () => setMarking(false)
    setFocused(editor.view.hasFocus())
    document.addEventListener('focusin', onFocus)
    document.addEventListener('pointerdown', onDown)
    document.addEventListener('pointerup', onUp)
    document.addEventListener('pointercancel', onUp)
    document.addEventListener('dragend', onUp)
    return () => {
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('pointerdown', onDown)
      document.removeEventListener('pointerup', onUp)
      document.removeEventListener('pointercancel', onUp)
      document.removeEventListener('dragend', onUp)
    }
  }, [editor, bar])
  return focused && !marking
}
