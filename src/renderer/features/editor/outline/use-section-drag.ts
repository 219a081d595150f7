import { type DragEvent, useRef, useState } from 'react'
import type { OutlineRow } from './page-outline.ts'

/** The section in front of which something is dropped: the nearest one whose middle is below the pointer. */
function rowBelow(list: HTMLElement, y: number): number {
  const rows = [...list.querySelectorAll<HTMLElement>('[data-section]')]
  const at = rows.findIndex((row) => {
    const { top, bottom } = row.getBoundingClientRect()
    return y < (top + bottom) / 2
  })
  return at < 0 ? rows.length : at
}

/** Sections are dragged in the outline and dropped between others. `drop`: in front of which, or null for the end. */
export function useSectionDrag(drop: (from: OutlineRow, before: number) => void) {
  const dragged = useRef<OutlineRow | null>(null)
  const [before, setBefore] = useState<number | null>(null)
  const end = () => {
    dragged.current = null
    setBefore(null)
  }
  return {
    before,
    start: (event: DragEvent, row: OutlineRow) => {
      dragged.current = row
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setData('text/plain', row.text)
    },
    list: {
      onDragOver: (event: DragEvent<HTMLElement>) => {
        if (!dragged.current) return
        event.preventDefault()
        setBefore(rowBelow(event.currentTarget, event.clientY))
      },
      onDrop: (event: DragEvent<HTMLElement>) => {
        const row = dragged.current
        if (!row) return
        event.preventDefault()
        drop(row, rowBelow(event.currentTarget, event.clientY))
        end()
      },
      onDragEnd: end,
    },
  }
}
