import { expect, test } from 'vitest'
import { fitting, inPercent, scrollFor, stepFrom } from './zoom.ts'

test('steps go in and out and stay at their ends', () => {
  expect(stepFrom(0.42, 1)).toBe(0.5)
  expect(stepFrom(0.42, -1)).toBe(0.33)
  expect(stepFrom(1, 1)).toBe(1.5)
  expect(stepFrom(8, 1)).toBe(8)
  expect(stepFrom(0.1, -1)).toBe(0.1)
  expect(inPercent(0.667)).toBe('67 %')
})

test('large pictures fit, small ones keep their size', () => {
  const room = { width: 800, height: 600 }
  expect(fitting({ width: 4000, height: 1000 }, room)).toBe(0.2)
  expect(fitting({ width: 100, height: 50 }, room)).toBe(1)
})

test('the point under the pointer stays where it is', () => {
  // The pixel at 150 of the box, scrolled by 50, is the 200th; twice as large it is the 400th.
  expect(scrollFor(50, 150, 2)).toBe(250)
})
