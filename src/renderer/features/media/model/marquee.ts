import type { Selection } from './selection.ts'

/** A rectangle drawn with the pointer, in pixels of the rows. */
export interface Rect {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Where the cells stand: `left` and `top` of the first, how far it is from one to the next, and the room between. */
export interface CellPlaces {
  readonly left: number
  readonly top: number
  readonly across: number
  readonly down: number
  readonly gap: number
  readonly columns: number
  readonly count: number
}

/** The rectangle between two points. */
export const between = (
  one: { readonly x: number; readonly y: number },
  two: { readonly x: number; readonly y: number },
): Rect => ({
  left: Math.min(one.x, two.x),
  top: Math.min(one.y, two.y),
  right: Math.max(one.x, two.x),
  bottom: Math.max(one.y, two.y),
})

/** The first and the last of equal fields that a stretch touches; the room behind each field belongs to none. */
function touched(from: number, to: number, { step, gap }: { step: number; gap: number }) {
  return [Math.floor((from + gap) / step), Math.floor(to / step)] as const
}

/** The places, in the order shown, of the cells a rectangle touches. */
export function cellsIn(rect: Rect, cells: CellPlaces): readonly number[] {
  const { columns, count, gap } = cells
  const [firstColumn, lastColumn] = touched(rect.left - cells.left, rect.right - cells.left, {
    step: cells.across,
    gap,
  })
  const [firstRow, lastRow] = touched(rect.top - cells.top, rect.bottom - cells.top, {
    step: cells.down,
    gap,
  })
  const places: number[] = []
  for (let row = Math.max(firstRow, 0); row <= lastRow && row * columns < count; row++)
    for (
      let column = Math.max(firstColumn, 0);
      column <= Math.min(lastColumn, columns - 1);
      column++
    ) {
      const place = row * columns + column
      if (place < count) places.push(place)
    }
  return places
}

/** What is chosen while a rectangle is drawn: what it touches, and what was chosen before where that is kept. */
export function chosenBy(
  before: Selection,
  touchedPaths: readonly string[],
  keep: boolean,
): Selection {
  const last = touchedPaths.at(-1)
  return {
    cursor: last ?? before.cursor,
    anchor: touchedPaths[0] ?? before.anchor,
    selected: new Set(keep ? [...before.selected, ...touchedPaths] : touchedPaths),
  }
}
