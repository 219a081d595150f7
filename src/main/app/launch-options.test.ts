import { expect, test } from 'vitest'
import { launchOptions } from './launch-options.ts'

test.each([
  [['electron', '/app'], null, false],
  [['electron', '--no-sandbox', '--user-data-dir=/p', '/app', '/site'], '/site', false],
  [['electron', '/app', '--sample'], null, true],
  [['electron', '/app', 'site', '--unknown', '--sample'], 'site', true],
  [['electron', '/app', 'a\0b'], null, false],
] as const)('%j', (argv, folder, sample) => {
  expect(launchOptions(argv, false)).toEqual({ folder, sample })
})

test('a packaged app has no project folder', () => {
  expect(launchOptions(['galley', '/site'], true)).toEqual({ folder: '/site', sample: false })
})
