import { type RefObject, useLayoutEffect, useState } from 'react'

export interface Room {
  readonly width: number
  readonly height: number
}

/** How much room an element has inside, kept up to date; null until it is known. */
export function useRoom(element: RefObject<HTMLElement | null>): Room | null {
  const [room, setRoom] = useState<Room | null>(null)
  useLayoutEffect(() => {
    const measured = element.current
    if (!measured) return
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = measured
      setRoom((now) => (now?.width === width && now.height === height ? now : { width, height }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(measured)
    return () => observer.disconnect()
  }, [element])
  return room
}

const margin = 10
const gap = 4
const leastWidth = 150
/** The cell's padding, its two lines of words and the gap to the next row. */
const aroundPicture = 12 + 6 + 16 + 16 + gap
const tableRowHeight = 36

export interface Shape {
  readonly columns: number
  readonly rowHeight: number
  /** Where the first cell begins, and how wide it is with the room to the next. */
  readonly left: number
  readonly across: number
  readonly gap: number
}

/** How many cells stand beside each other, and how high a row is: pictures are 4 by 3. */
export function shapeFor(layout: 'grid' | 'table', width: number): Shape {
  if (layout === 'table')
    return { columns: 1, rowHeight: tableRowHeight, left: 6, across: width, gap: 12 }
  const inside = Math.max(width - 2 * margin, leastWidth)
  const columns = Math.max(1, Math.floor((inside + gap) / (leastWidth + gap)))
  const cell = (inside - gap * (columns - 1)) / columns
  const rowHeight = Math.round((cell - 12) * 0.75) + aroundPicture
  return { columns, rowHeight, left: margin, across: cell + gap, gap }
}
