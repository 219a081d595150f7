import type { Editor } from '@tiptap/core'
import { type RefObject, useEffect, useRef } from 'react'
import { blockAt, blockAtCaret, type PageBlock } from './block-at.ts'

/** The height of a block's first line: the handle stands beside it. */
const lineOf = (dom: HTMLElement) =>
  Math.min(Number.parseFloat(getComputedStyle(dom).lineHeight) || 28, dom.offsetHeight)

/**
 * Keeps the handle beside the block under the pointer, and out of sight while somebody types. Nothing is drawn again:
 * the handle's own style is all that changes.
 */
export function useHoveredBlock(editor: Editor, handle: RefObject<HTMLElement | null>) {
  const block = useRef<PageBlock | null>(null)
  const put = (next: PageBlock | null) => {
    block.current = next
    const grip = handle.current
    const sheet = grip?.offsetParent
    if (!grip || !sheet) return
    grip.dataset.shown = String(next !== null)
    if (!next) return
    const top = next.dom.getBoundingClientRect().top - sheet.getBoundingClientRect().top
    grip.style.top = `${top + (lineOf(next.dom) - grip.offsetHeight) / 2}px`
  }
  const latest = useRef(put)
  latest.current = put
  useEffect(() => {
    const grip = handle.current
    const sheet = grip?.offsetParent
    if (!grip || !sheet) return
    const held = () => grip.dataset.open === 'true'
    const move = (event: Event) => {
      if (held() || !(event instanceof PointerEvent) || event.buttons > 0) return
      const inGrip = event.target instanceof Node && grip.contains(event.target)
      if (!inGrip) latest.current(blockAt(editor.view, event.clientY))
    }
    const leave = () => {
      if (!held()) latest.current(null)
    }
    sheet.addEventListener('pointermove', move)
    sheet.addEventListener('pointerleave', leave)
    editor.on('update', leave)
    return () => {
      sheet.removeEventListener('pointermove', move)
      sheet.removeEventListener('pointerleave', leave)
      editor.off('update', leave)
    }
  }, [editor, handle])
  return {
    block,
    /** The keyboard has no pointer: the handle is for the block with the caret. */
    toCaret: () => put(blockAtCaret(editor.view)),
    letGo: () => put(null),
  }
}
