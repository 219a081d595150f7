import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fieldLabel } from './field-label.ts'

test.each([
  ['third_nav_title', 'Third nav title'],
  ['metaDescription', 'Meta description'],
  ['datagovsgid', 'Data.gov.sg id'],
  ['__proto__', 'Proto'],
  ['constructor', 'Constructor'],
  ['hasOwnProperty', 'Has own property'],
  ['__', '__'],
])('%s is shown as %s', (key, label) => {
  expect(fieldLabel(key)).toBe(label)
})

test('every key has a label of words', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (key) => {
      expect(fieldLabel(key)).not.toBe('')
    }),
  )
})
