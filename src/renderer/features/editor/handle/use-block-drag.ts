import type { Editor } from '@tiptap/core'
import { type DragEvent, type RefObject, useEffect, useRef } from 'react'
import { element } from '../blocks/element.ts'
import { moveBlocks } from '../commands/move-blocks.ts'
import { runIn } from '../run-in.ts'
import { gapAt, type PageBlock } from './block-at.ts'

/** Blocks that are dragged by their handle are dropped between blocks, never into one. */
export function useBlockDrag(editor: Editor, handle: RefObject<HTMLElement | null>) {
  const dragged = useRef<PageBlock | null>(null)
  useEffect(() => {
    const sheet = handle.current?.offsetParent
    if (!sheet) return
    const line = element('div', 'block-drop')
    const gap = (event: Event) =>
      event instanceof MouseEvent ? gapAt(editor.view, event.clientY) : null
    const over = (event: Event) => {
      if (!dragged.current) return
      event.preventDefault()
      event.stopPropagation()
      const at = gap(event)
      if (!at) return
      sheet.append(line)
      line.style.top = `${at.y - sheet.getBoundingClientRect().top}px`
    }
    const drop = (event: Event) => {
      const block = dragged.current
      if (!block) return
      event.preventDefault()
      event.stopPropagation()
      const at = gap(event)
      const range = { from: block.pos, to: block.pos + block.node.nodeSize }
      if (at) runIn(editor, moveBlocks(range, at.pos))
    }
    const end = () => {
      dragged.current = null
      line.remove()
    }
    const stops = (['dragover', 'dragenter'] as const).map((name) => {
      sheet.addEventListener(name, over, true)
      return () => sheet.removeEventListener(name, over, true)
    })
    sheet.addEventListener('drop', drop, true)
    document.addEventListener('dragend', end)
    document.addEventListener('drop', end)
    return () => {
      for (const stop of stops) stop()
      sheet.removeEventListener('drop', drop, true)
      document.removeEventListener('dragend', end)
      document.removeEventListener('drop', end)
      line.remove()
    }
  }, [editor, handle])
  return (event: DragEvent, block: PageBlock | null) => {
    if (!block) return event.preventDefault()
    dragged.current = block
    event.dataTransfer.effectAllowed = 'move'
    event.dataTransfer.setData('text/plain', block.node.textContent)
    event.dataTransfer.setDragImage(block.dom, 0, 0)
  }
}
