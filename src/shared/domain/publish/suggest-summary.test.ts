import { expect, test } from 'vitest'
import { type SummarisedChange, suggestSummary } from './suggest-summary.ts'

const page = (title: string, kind: SummarisedChange['kind'] = 'changed'): SummarisedChange => ({
  title,
  what: 'page',
  kind,
})
const image = (title: string): SummarisedChange => ({ title, what: 'image', kind: 'new' })

test.each([
  [[], ''],
  [[page('Visit')], 'Update Visit'],
  [[page('Visit'), page('Boardwalk')], 'Update Visit and Boardwalk'],
  [
    [image('a.jpg'), image('b.jpg'), image('c.jpg'), page('Visit'), page('Swim', 'deleted')],
    'Update Visit, add 3 images, delete Swim',
  ],
  [[page('A', 'new'), image('a.jpg')], 'Add A and a.jpg'],
] as const)('%#', (changes, words) => {
  expect(suggestSummary(changes)).toBe(words)
})
