import { expect, test } from 'vitest'
import { backOffMs } from './back-off.ts'

test('waits double from 5 seconds to 15 minutes, a fifth more or less', () => {
  expect([1, 2, 3, 8, 9, 50].map((failures) => backOffMs(failures, 0.5) / 1000)).toEqual([
    5, 10, 20, 640, 900, 900,
  ])
  expect([0, 1].map((random) => backOffMs(1, random))).toEqual([4000, 6000])
})
