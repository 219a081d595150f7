import fc from 'fast-check'
import { expect, test } from 'vitest'
import { between, type CellPlaces, cellsIn, chosenBy } from './marquee.ts'

const cells: CellPlaces = {
  left: 10,
  top: 10,
  across: 100,
  down: 80,
  gap: 4,
  columns: 5,
  count: 23,
}

/** Looked at one by one. */
function touchedSlowly(rect: ReturnType<typeof between>): number[] {
  return Array.from({ length: cells.count }, (_, i) => i).filter((i) => {
    const left = cells.left + (i % cells.columns) * cells.across
    const top = cells.top + Math.floor(i / cells.columns) * cells.down
    const right = left + cells.across - cells.gap
    const bottom = top + cells.down - cells.gap
    return rect.left < right && rect.right >= left && rect.top < bottom && rect.bottom >= top
  })
}

test('a rectangle touches the cells it lies over, whichever corner it was begun at', () => {
  const point = fc.record({
    x: fc.integer({ min: -20, max: 560 }),
    y: fc.integer({ min: -20, max: 480 }),
  })
  fc.assert(
    fc.property(point, point, (one, two) => {
      expect(cellsIn(between(one, two), cells)).toEqual(touchedSlowly(between(one, two)))
      expect(between(one, two)).toEqual(between(two, one))
    }),
  )
})

test('in the room between cells nothing is chosen; what was chosen before is kept on demand', () => {
  expect(cellsIn(between({ x: 107, y: 20 }, { x: 109, y: 60 }), cells)).toEqual([])
  const before = { cursor: 'a', anchor: 'a', selected: new Set(['a']) }
  expect([...chosenBy(before, ['b', 'c'], true).selected]).toEqual(['a', 'b', 'c'])
  expect(chosenBy(before, ['b', 'c'], false)).toEqual({
    cursor: 'c',
    anchor: 'b',
    selected: new Set(['b', 'c']),
  })
  expect(chosenBy(before, [], false)).toEqual({ cursor: 'a', anchor: 'a', selected: new Set() })
})
