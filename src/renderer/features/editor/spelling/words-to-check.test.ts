import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordsToCheck } from './words-to-check.ts'

const found = (text: string) => wordsToCheck(text).map(({ word }) => word)

test.each([
  ['The harbor is open.', ['The', 'harbor', 'is', 'open']],
  ['Ask Mrs Teo at Marina South.', ['Ask', 'at']],
  ['See https://a.example/some-thing or x@y.example now', ['See', 'or', 'now']],
  ['{{ site.title }} and {% include thing.html %}', ['and']],
  ['IMDA, iPhone, camelCase, file_name, v2, a', []],
  ['It’s the boats’ quay', ['It’s', 'the', 'boats', 'quay']],
  ['船 is 船 தமிழ் here', ['is', 'here']],
])('%s', (text, wanted) => {
  expect(found(text)).toEqual(wanted)
})

test('every word is where it is said to be', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
      for (const { word, from, to } of wordsToCheck(text)) expect(text.slice(from, to)).toBe(word)
    }),
  )
})
