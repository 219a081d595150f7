import { undo } from '@tiptap/pm/history'
import { expect, test } from 'vitest'
import { expectEdit, onPage } from '../testing/expect-edit.ts'
import { emptyQuery } from './find-matches.ts'
import { findState, replaceAll, replaceOne, search, step } from './find-plugin.ts'

const body =
  '<p>The pier, the  Pier\nand the <em>pi</em>er.</p>\n<ul>\n<li>\n<p>piers &amp; peers</p>\n</li>\n</ul>'

const counted = async (query: Partial<typeof emptyQuery>) => {
  const page = await onPage(body)
  search(page.editor.view, { ...emptyQuery, ...query })
  return findState(page.editor.state).matches.length
}

test('finds across marks, by case, by word and by expression', async () => {
  expect(await counted({ text: 'pier' })).toBe(4)
  expect(await counted({ text: 'pier', matchCase: true })).toBe(3)
  expect(await counted({ text: 'pier', wholeWord: true })).toBe(3)
  expect(await counted({ text: 'p(i|e)er', regex: true })).toBe(5)
  expect(await counted({ text: 'p(', regex: true })).toBe(0)
  expect(await counted({ text: '' })).toBe(0)
})

test('goes round', async () => {
  const page = await onPage(body)
  search(page.editor.view, { ...emptyQuery, text: 'pier' })
  const first = findState(page.editor.state).current
  for (let i = 0; i < 4; i++) step(page.editor.view, 1)
  expect(findState(page.editor.state).current).toBe(first)
})

test('replacing all changes those words and is one step back', async () => {
  const page = await onPage(body)
  search(page.editor.view, { ...emptyQuery, text: 'pier', matchCase: true, wholeWord: true })
  expect(replaceAll(page.editor.view, 'quay')).toBe(2)
  expect(await page.body()).toBe(
    body.replace('The pier', 'The quay').replace('<em>pi</em>er', '<em>quay</em>'),
  )
  expect(page.run(undo)).toBe(true)
  expect(await page.body()).toBe(body)
})

test('one is replaced with what the expression found', () =>
  expectEdit(
    body,
    (page) => {
      search(page.editor.view, { ...emptyQuery, text: '(p\\w+)s', regex: true })
      replaceOne(page.editor.view, 'old $1')
    },
    body.replace('piers', 'old pier'),
  ))

test('typing keeps the places right', async () => {
  const page = await onPage(body)
  search(page.editor.view, { ...emptyQuery, text: 'peers' })
  page.before('The')
  await page.keys('Now: ')
  const { matches } = findState(page.editor.state)
  const [match] = matches
  expect(match && page.editor.state.doc.textBetween(match.from, match.to)).toBe('peers')
})
