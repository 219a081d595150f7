import { expect, test } from 'vitest'
import type { TreeNode } from '../../shared/domain/site/tree/tree-node.ts'
import { pageIndexOf, titleOfPath } from '../lib/page-index.ts'
import { firstPage } from './first-page.ts'

const page = (path: string, kind: TreeNode['kind'] = 'page'): TreeNode => ({
  id: path,
  kind,
  title: `Title of ${path}`,
  path,
})
const folder = (title: string, children: TreeNode[], kind: TreeNode['kind'] = 'collection') => ({
  id: `${title}/`,
  kind,
  title,
  path: null,
  children,
})

test('the first page of the first collection that has one', () => {
  const nodes = [
    page('index.md', 'homepage'),
    page('pages/loose.md'),
    folder('Empty', []),
    folder('Visit', [folder('Places', [page('_visit/places/pier.md')], 'folder')]),
  ]
  expect(firstPage(nodes)).toBe('_visit/places/pier.md')
  expect(firstPage(nodes.slice(0, 2))).toBe('pages/loose.md')
  expect(firstPage([page('index.md', 'homepage')])).toBeNull()
})

test('the index knows every page with the folders around it, once per tree', () => {
  const nodes = [
    page('index.md', 'homepage'),
    folder('Visit', [folder('Places', [page('_visit/places/pier.md')], 'folder')]),
  ]
  const index = pageIndexOf(nodes)
  expect(index.pages.map(({ path }) => path)).toEqual(['index.md', '_visit/places/pier.md'])
  expect(index.byPath.get('_visit/places/pier.md')?.trail).toEqual(['Visit', 'Places'])
  expect(pageIndexOf(nodes)).toBe(index)
  expect(titleOfPath('_visit/Is it secure?.md')).toBe('Is it secure?')
})
