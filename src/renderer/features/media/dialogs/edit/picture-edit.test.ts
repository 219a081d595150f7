import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  flipped,
  freshEdit,
  orderOf,
  type PictureEdit,
  turned,
  withRatioOf,
} from './picture-edit.ts'

const opened = { width: 300, height: 200 }
const crop = { left: 10, top: 20, width: 100, height: 50 }
const start: PictureEdit = { ...freshEdit(opened), crop }

const right = (edit: PictureEdit) => turned(edit, 'right')
const left = (edit: PictureEdit) => turned(edit, 'left')

test('turns and flips undo each other in any order', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(right, left, flipped), { maxLength: 8 }), (steps) => {
      const there = steps.reduce((edit, step) => step(edit), start)
      const back = [...steps]
        .reverse()
        .map((step) => (step === right ? left : step === left ? right : flipped))
        .reduce((edit, step) => step(edit), there)
      expect(back).toEqual(start)
    }),
  )
})

test('a flipped picture that is turned right is seen to turn right', () => {
  // Left and right change places, then the top goes to the right: as turned left first and flipped after.
  expect(right(flipped(freshEdit(opened)))).toMatchObject({ turn: 3, flip: true })
  expect(left(flipped(freshEdit(opened)))).toMatchObject({ turn: 1, flip: true })
})

test('four turns are none', () => {
  expect(right(right(right(right(start))))).toEqual(start)
})

test('a whole picture is told as no cut, and wrong widths as nothing at all', () => {
  expect(orderOf(freshEdit(opened))).toEqual({
    ...{ turn: 0, flip: false, crop: null, width: null, quality: 82 },
  })
  expect(orderOf({ ...freshEdit(opened), width: '301' })).toBeNull()
  expect(orderOf({ ...freshEdit(opened), width: 'wide' })).toBeNull()
  expect(orderOf(withRatioOf(freshEdit(opened), '1'))?.crop).toEqual({
    ...{ left: 50, top: 0, width: 200, height: 200 },
  })
})
