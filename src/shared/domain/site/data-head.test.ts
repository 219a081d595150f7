import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPageHead } from './page-head.ts'

test.each([
  ['+++\ntitle = "Our role"\ndate = 2026-01-02\n[params]\ntitle = "No"\n+++\nWords\n', 'Our role'],
  ["\uFEFF+++\r\ntitle = 'A\\b'\r\n+++\r\n", 'A\\b'],
  ['{\n  "title": "Quote \\" here",\n  "tags": ["a"]\n}\n\nWords\n', 'Quote " here'],
  ['---\ntitle: Plain\n---\n', 'Plain'],
])('%j has a title', (text, title) => expect(readPageHead(text)?.title).toBe(title))

test('values that are no text are read as they are written; lists, maps and nothing are left out', () => {
  expect(readPageHead('+++\ntitle = ["a"]\ndate = 2026-01-02\nlayout = ""\n+++\n')).toEqual({
    date: '2026-01-02',
  })
})

test('what is no front matter, is broken or is cut off is listed by its file', () => {
  expect(readPageHead('{% include a.html %}\n')).toBeNull()
  expect(readPageHead('+++\ntitle = "cut')).toBeNull()
  expect(readPageHead('+++\ntitle = = 3\n+++\n')).toEqual({})
  fc.assert(
    fc.property(fc.constantFrom('+++\n', '{', '{"'), fc.string(), (start, rest) => {
      expect(() => readPageHead(start + rest)).not.toThrow()
    }),
  )
})
