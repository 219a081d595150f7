import { expect, test } from 'vitest'
import { findHit, plainLetters, wordsIn } from './find-hit.ts'

const hitOf = (query: string, text: string) => findHit(wordsIn(query), plainLetters(text))

const marked = (query: string, text: string) =>
  hitOf(query, text)?.stretches.map(([from, to]) => text.slice(from, to)) ?? null

test.each([
  ['board', 'Marsh boardwalk', ['board']],
  ['visit plan', 'Plan your visit', ['Plan', 'visit']],
  ['cafe', 'The Café', ['Café']],
  ['CAFÉ', 'The Cafe', ['Cafe']],
  ['pyv', 'Plan your visit', ['P', 'y', 'v']],
  ['', 'Anything', []],
])('%j stands in %j', (query, text, hits) => expect(marked(query, text)).toEqual(hits))

test.each([
  ['xyz', 'Plan your visit'],
  ['tisiv', 'Plan your visit'],
  ['visit now', 'Plan your visit'],
])('%j does not stand in %j', (query, text) => expect(hitOf(query, text)).toBeNull())

test('at the start beats the start of a word, which beats the inside of one, which beats letters', () => {
  const scores = ['Boardwalk closed', 'Marsh boardwalk', 'Paddleboards', 'Big oaks are dying'].map(
    (text) => hitOf('board', text)?.score ?? -1,
  )
  expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  expect(new Set(scores).size).toBe(scores.length)
})

test('stretches are in order, apart, and inside the text, whatever is typed', () => {
  const texts = ['Plan your visit', 'aaaa', 'İstanbul ẞ ﬁn', 'é̂tude 👍🏽 x', '']
  const queries = ['a', 'aa a', 'i s', 'ﬁ', '👍', 'plan plan', 'é', ' ']
  for (const text of texts) {
    expect(plainLetters(text)).toHaveLength(text.length)
    for (const query of queries) {
      let end = -1
      for (const [from, to] of hitOf(query, text)?.stretches ?? []) {
        expect(from).toBeGreaterThan(end)
        expect(to).toBeGreaterThan(from)
        expect(to).toBeLessThanOrEqual(text.length)
        end = to
      }
    }
  }
})
