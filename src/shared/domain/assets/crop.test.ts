import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Crop,
  flipCrop,
  type Handle,
  leastSide,
  moveCrop,
  resizeCrop,
  type Size,
  turnCrop,
  turnedSize,
  wholeOf,
  withRatio,
} from './crop.ts'

const size = fc.record({
  width: fc.integer({ min: leastSide, max: 4000 }),
  height: fc.integer({ min: leastSide, max: 4000 }),
})
const part = size.chain((whole) =>
  fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat()).map(([a, b, c, d]): readonly [Size, Crop] => {
    const width = leastSide + (a % (whole.width - leastSide + 1))
    const height = leastSide + (b % (whole.height - leastSide + 1))
    const left = c % (whole.width - width + 1)
    return [whole, { width, height, left, top: d % (whole.height - height + 1) }]
  }),
)
const side = fc.constantFrom(-1 as const, 0 as const, 1 as const)
const handle: fc.Arbitrary<Handle> = fc.record({ x: side, y: side })
const step = fc.integer({ min: -5000, max: 5000 })
const way = fc.tuple(step, step)
const ratio = fc.constantFrom(null, 1, 4 / 3, 3 / 2, 16 / 9, 2 / 3)

const isInside = ({ left, top, width, height }: Crop, whole: Size) =>
  [left, top, width, height].every(Number.isInteger) &&
  left >= 0 &&
  top >= 0 &&
  width >= 1 &&
  height >= 1 &&
  left + width <= whole.width &&
  top + height <= whole.height

test('four turns and two flips give the part back', () => {
  fc.assert(
    fc.property(part, ([whole, crop]) => {
      const other = turnedSize(whole, 1)
      const once = turnCrop(crop, whole)
      expect(isInside(once, other)).toBe(true)
      expect(turnCrop(turnCrop(turnCrop(once, other), whole), other)).toEqual(crop)
      expect(flipCrop(flipCrop(crop, whole), whole)).toEqual(crop)
    }),
  )
})

test('moving and resizing stay inside the picture, whatever is dragged how far', () => {
  fc.assert(
    fc.property(part, handle, way, ratio, ([whole, crop], side, by, wanted) => {
      expect(isInside(moveCrop(crop, by, whole), whole)).toBe(true)
      const made = resizeCrop(crop, { handle: side, by, ratio: wanted }, whole)
      expect(isInside(made, whole)).toBe(true)
    }),
  )
})

test('a handle that is not moved changes nothing, and moves only its own sides', () => {
  fc.assert(
    fc.property(part, step, ([whole, crop], x) => {
      const right: Handle = { x: 1, y: 0 }
      expect(resizeCrop(crop, { handle: right, by: [0, 0], ratio: null }, whole)).toEqual(crop)
      const made = resizeCrop(crop, { handle: right, by: [x, 99], ratio: null }, whole)
      expect({ ...made, width: 0 }).toEqual({ ...crop, width: 0 })
    }),
  )
})

test('a ratio is kept to the pixel', () => {
  expect(withRatio(wholeOf({ width: 1600, height: 1200 }), 1)).toEqual({
    ...{ left: 200, top: 0, width: 1200, height: 1200 },
  })
  expect(withRatio(wholeOf({ width: 1600, height: 1200 }), 16 / 9)).toEqual({
    ...{ left: 0, top: 150, width: 1600, height: 900 },
  })
})
