import { describe, expect, test } from 'vitest'
import { matchTargets, siteTargets, typedTarget } from './link-options.ts'

describe('typed words', () => {
  test.each([
    ['https://example.org/a b', null],
    ['https://example.org/a', 'https://example.org/a'],
    ['www.example.org', 'https://www.example.org'],
    ['someone@example.org', 'mailto:someone@example.org'],
    ['+65 6123 4567', 'tel:+6561234567'],
    ['/visit/plan/', '/visit/plan/'],
    ['#opening-times', '#opening-times'],
    ['opening times', null],
  ])('%s leads to %s', (typed, href) => expect(typedTarget(typed)?.href ?? null).toBe(href))
})

test('pages of the site by title, files by name, the typed address first', () => {
  const targets = siteTargets(
    [
      {
        id: 'a/',
        kind: 'collection',
        title: 'Visit',
        path: null,
        children: [
          { id: 'a', kind: 'page', title: 'Plan your visit', path: 'a.md', permalink: '/plan/' },
          { id: 'b', kind: 'page', title: 'No address', path: 'b.md' },
        ],
      },
    ],
    [{ path: 'files/Trail map.pdf', kind: 'document', bytes: 1 }],
  )
  expect(targets.map(({ href }) => href)).toEqual(['/plan/', '/files/Trail%20map.pdf'])
  expect(matchTargets('plan', targets).map(({ href }) => href)).toEqual(['/plan/'])
  expect(matchTargets('/plan/', targets).map(({ href }) => href)).toEqual(['/plan/'])
  expect(matchTargets('/other/', targets).map(({ href }) => href)).toEqual(['/other/'])
})
