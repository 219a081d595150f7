import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { useMedia } from './media-store.ts'
import { between, type CellPlaces, cellsIn, chosenBy, type Rect } from './model/marquee.ts'
import type { Selection } from './model/selection.ts'

/** A hand that trembles draws nothing. */
const leastPixels = 4
/** So near an edge the rows begin to move, a little for each frame. */
const edge = 28
const stride = 14

interface Drawing {
  readonly pointer: number
  readonly from: { readonly x: number; readonly y: number }
  readonly before: Selection
  readonly keep: boolean
  /** Where the pointer is in the window. */
  at: { readonly clientX: number; readonly clientY: number }
  begun: boolean
}

interface Parts {
  readonly scroller: RefObject<HTMLElement | null>
  readonly cells: CellPlaces
  readonly paths: readonly string[]
}

/** Where a point of the window lies in the rows. */
function inRows(element: HTMLElement, { clientX, clientY }: Drawing['at']) {
  const { left, top } = element.getBoundingClientRect()
  return { x: clientX - left, y: clientY - top + element.scrollTop }
}

/** How far to move the rows for a pointer at, or beyond, an edge. */
function pull(element: HTMLElement, y: number): number {
  const { top, bottom } = element.getBoundingClientRect()
  if (y < top + edge) return -stride
  return y > bottom - edge ? stride : 0
}

/** Choosing by drawing a rectangle from the room beside the cells. */
export function useMarquee(parts: Parts) {
  const drawing = useRef<Drawing | null>(null)
  const now = useRef(parts)
  now.current = parts
  const [rect, setRect] = useState<Rect | null>(null)

  function draw(): void {
    const { scroller, cells, paths } = now.current
    const element = scroller.current
    const current = drawing.current
    if (!element || !current) return
    const to = inRows(element, current.at)
    const next = between(current.from, to)
    current.begun ||= Math.hypot(next.right - next.left, next.bottom - next.top) >= leastPixels
    if (!current.begun) return
    setRect(next)
    const touched = cellsIn(next, cells).flatMap((place) => paths[place] ?? [])
    useMedia.getState().select(chosenBy(current.before, touched, current.keep))
  }

  const isDrawn = rect !== null
  useEffect(() => {
    if (!isDrawn) return
    let frame = requestAnimationFrame(function follow() {
      const element = now.current.scroller.current
      const by = element && drawing.current ? pull(element, drawing.current.at.clientY) : 0
      if (element && by !== 0) {
        const before = element.scrollTop
        element.scrollTop += by
        if (element.scrollTop !== before) draw()
      }
      frame = requestAnimationFrame(follow)
    })
    return () => cancelAnimationFrame(frame)
  })

  return {
    rect,
    /** Whether a rectangle has just been drawn: the click that ends it chooses nothing. */
    wasDrawn: () => drawing.current?.begun ?? false,
    handlers: {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        drawing.current = null
        const element = event.currentTarget
        const isBeside = !(event.target as Element).closest('[data-at], .media-table-head')
        // On the scroll bar nothing is drawn.
        const isInside = inRows(element, event).x < element.clientWidth
        if (event.button !== 0 || event.pointerType === 'touch' || !isBeside || !isInside) return
        element.setPointerCapture(event.pointerId)
        drawing.current = {
          pointer: event.pointerId,
          from: inRows(element, event),
          before: useMedia.getState().selection,
          keep: event.shiftKey || event.ctrlKey || event.metaKey,
          at: event,
          begun: false,
        }
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        if (drawing.current?.pointer !== event.pointerId || event.buttons === 0) return
        drawing.current.at = { clientX: event.clientX, clientY: event.clientY }
        draw()
      },
      onPointerUp: () => setRect(null),
      onPointerCancel: () => setRect(null),
    },
  }
}
