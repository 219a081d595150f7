import { expect, test } from 'vitest'
import type { TreeNode } from '../../../shared/domain/site/tree/tree-node.ts'
import { countPages, filterRows } from './filter-rows.ts'
import { cleanTitle, titleParts, wordsOfQuery } from './fold-text.ts'
import { firstOpenFolders } from './open-folders.ts'
import { type PageRow, pageRows } from './page-rows.ts'
import { rowByLetters } from './tree-keys.ts'

const page = (path: string, title: string, permalink?: string): TreeNode => ({
  id: path,
  kind: 'page',
  title,
  path,
  ...(permalink === undefined ? {} : { permalink }),
})
const folder = (id: string, title: string, children: readonly TreeNode[]): TreeNode => ({
  id,
  kind: 'folder',
  title,
  path: null,
  children,
})

const nodes = [
  page('index.md', 'Homepage', '/'),
  folder('_visit/', 'Visit', [
    page('_visit/plan.md', 'Plan your visit', '/visit/plan-your-visit/'),
    folder('_visit/places/', 'Places', [page('_visit/places/cafe.md', 'Café am Fluß', '/eat/')]),
  ]),
  folder('news/', 'News', [
    folder('news/notices/', 'Notices', [page('news/notices/_posts/a.md', 'Boardwalk closed')]),
  ]),
]
const rows = pageRows(nodes, {}, 'isomer')

const outline = (list: readonly PageRow[]): unknown[] =>
  list.map((row) => (row.children ? { [row.title]: outline(row.children) } : row.title))
const found = (query: string) => outline(filterRows(rows, wordsOfQuery(query)))

test('pages get their marks, and closed folders know of changes inside', () => {
  const marked = pageRows(nodes, { '_visit/places/cafe.md': 'changed' }, 'isomer')
  const visit = marked[1]
  expect(visit).toMatchObject({ mark: null, markedBelow: true, pages: 2 })
  expect(visit?.children?.[1]?.children?.[0]).toMatchObject({ mark: 'changed' })
  expect(marked[2]).toMatchObject({ markedBelow: false })
})

test('a deleted page is shown in the nearest folder that is still there', () => {
  const marks = {
    '_visit/places/old-pier.md': 'deleted',
    'news/notices/_posts/2024-01-02-gone.md': 'deleted',
    'about/team.md': 'deleted',
    'images/gone.jpg': 'deleted',
    'index.md': 'deleted',
  } as const
  const marked = pageRows(nodes, marks, 'isomer')
  expect(outline(marked)).toEqual([
    'Homepage',
    { Visit: ['Plan your visit', { Places: ['Café am Fluß', 'Old pier'] }] },
    { News: [{ Notices: ['Boardwalk closed', 'Gone'] }] },
    'Team',
  ])
  expect(marked[1]).toMatchObject({ pages: 2, markedBelow: true })
})

test('the filter looks in titles, paths and permalinks, whatever the case and accents', () => {
  expect(found('')).toEqual(outline(rows))
  expect(found('cafe')).toEqual([{ Visit: [{ Places: ['Café am Fluß'] }] }])
  expect(found('FLUSS eat')).toEqual([])
  expect(found('/eat/')).toEqual([{ Visit: [{ Places: ['Café am Fluß'] }] }])
  expect(found('_posts')).toEqual([{ News: [{ Notices: ['Boardwalk closed'] }] }])
  expect(found('visit plan')).toEqual([{ Visit: ['Plan your visit'] }])
  expect(found('nothing like it')).toEqual([])
})

test('a folder that is meant is shown with all that lies in it', () => {
  expect(found('places')).toEqual([{ Visit: [{ Places: ['Café am Fluß'] }] }])
  expect(countPages(filterRows(rows, ['news']))).toBe(1)
})

test('the pieces of a title joined are the title, and the hits are what was looked for', () => {
  for (const title of ['Café am Fluß', 'ＦＵＬＬ width', '𝔘nicode 👩‍👩‍👧', ''])
    expect(
      titleParts(title, ['a', 'fu', 'n'])
        .map((part) => part.text)
        .join(''),
    ).toBe(title)
  expect(titleParts('Café closed', wordsOfQuery('cafe sed')).filter((part) => part.hit)).toEqual([
    { text: 'Café', hit: true, at: 0 },
    { text: 'sed', hit: true, at: 8 },
  ])
})

test('characters that turn the reading direction are not shown', () => {
  expect(cleanTitle('safe\u202Egpj.exe\u2066')).toBe('safegpj.exe')
  expect(cleanTitle('Über uns – ‘ok’ عربى')).toBe('Über uns – ‘ok’ عربى')
})

test('a small site shows all of itself at first, a large one its top rows', () => {
  expect(Object.keys(firstOpenFolders(rows))).toEqual([
    '_visit/',
    '_visit/places/',
    'news/',
    'news/notices/',
  ])
  const many = Array.from({ length: 80 }, (_, i) => page(`pages/${i}.md`, `Page ${i}`))
  expect(firstOpenFolders(pageRows([folder('pages/', 'Loose', many)], {}, 'isomer'))).toEqual({})
})

test('letters jump to the next row that begins with them', () => {
  const titles = ['Contact', 'About', 'Art', 'Café', 'Arrivals']
  expect(rowByLetters(titles, 0, 'a')).toBe(1)
  expect(rowByLetters(titles, 1, 'aa')).toBe(2)
  expect(rowByLetters(titles, 2, 'aaa')).toBe(4)
  expect(rowByLetters(titles, 1, 'ar')).toBe(2)
  expect(rowByLetters(titles, 2, 'art')).toBe(2)
  expect(rowByLetters(titles, 0, 'caf')).toBe(3)
  expect(rowByLetters(titles, 0, 'x')).toBe(-1)
})
