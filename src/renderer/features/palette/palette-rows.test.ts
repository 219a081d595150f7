import { expect, test } from 'vitest'
import type { IndexedPage } from '../../lib/page-index.ts'
import { type Findable, type Row, rowsFor } from './palette-rows.ts'

const page = (title: string, trail: string[] = [], path = `${title}.md`): IndexedPage => ({
  path,
  title,
  kind: 'page',
  trail,
})

const findable: Findable = {
  pages: [
    page('Marsh boardwalk', ['Visit', 'Places']),
    page('Boardwalk closed', ['Newsroom']),
    page('Plan your visit', ['Visit']),
    page('Getting here', ['Visit']),
  ],
  recent: ['Getting here.md', 'gone.md'],
  media: [{ path: 'images/places/pier at dusk.jpg' }, { path: 'images/heron.webp' }],
  commands: [
    { id: 'help.shortcuts', label: 'Keyboard shortcuts' },
    { id: 'view.list', label: 'Page list' },
  ],
}

function nameOf(row: Row): string {
  if (row.kind === 'page') return row.page.title
  return row.kind === 'media' ? row.path : row.label
}
const shown = (typed: string) =>
  rowsFor(typed, findable).map(({ title, rows }) => [title, rows.map(nameOf)])

test('nothing typed: recent pages that are still there, then all commands', () => {
  expect(shown('')).toEqual([
    ['Recent pages', ['Getting here']],
    ['Commands', ['Keyboard shortcuts', 'Page list']],
  ])
})

test('pages and commands by name, the best first', () => {
  expect(shown('board')).toEqual([
    ['Pages', ['Boardwalk closed', 'Marsh boardwalk']],
    ['Commands', ['Keyboard shortcuts']],
  ])
})

test('titles first, then what lies in a folder of that name', () => {
  expect(shown('visit')[0]).toEqual([
    'Pages',
    ['Plan your visit', 'Getting here', 'Marsh boardwalk'],
  ])
})

test('letters with gaps between them count only where nothing was found as typed', () => {
  expect(shown('gtn')[0]).toEqual(['Pages', ['Getting here']])
  expect(shown('pg li')).toEqual([['Commands', ['Page list']]])
  // “Plan your visit” has p, l and a in this order, too.
  expect(shown('places')[0]).toEqual(['Pages', ['Marsh boardwalk']])
})

test('> asks for commands only', () => {
  expect(shown('>page')).toEqual([['Commands', ['Page list']]])
  expect(shown('> ')).toEqual([['Commands', ['Keyboard shortcuts', 'Page list']]])
})

test('media by the name of the file, not by its letters in some order', () => {
  expect(shown('dusk')).toEqual([['Media', ['images/places/pier at dusk.jpg']]])
  expect(shown('hrn')).toEqual([])
})

test('nothing found is no group', () => expect(rowsFor('qqqq', findable)).toEqual([]))

test('of 2,000 pages a handful is shown, with the meant one first', () => {
  const pages = Array.from({ length: 2000 }, (_, i) => page(`Notice number ${i}`, ['Newsroom']))
  const rows = rowsFor('number 1234', { ...findable, pages })[0]?.rows ?? []
  expect(rows.map(nameOf)[0]).toBe('Notice number 1234')
  expect(rowsFor('notice', { ...findable, pages })[0]?.rows.length).toBeLessThanOrEqual(40)
})
