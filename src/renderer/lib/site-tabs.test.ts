import { beforeEach, expect, test } from 'vitest'
import { useOpenPages } from './open-pages-store.ts'
import { followSiteTabs, readSiteTabs, withRecent } from './site-tabs.ts'

beforeEach(() => {
  localStorage.clear()
  useOpenPages.getState().reset([], null)
})

test('a site comes back with its tabs, views and the one in front', () => {
  const leave = followSiteTabs('bay')
  const { open, setView, activate } = useOpenPages.getState()
  open('a.md')
  open('b.md')
  setView('b.md', 'source')
  activate('a.md')
  leave()
  expect(useOpenPages.getState().tabs).toEqual([])

  const again = followSiteTabs('bay')
  expect(useOpenPages.getState().tabs).toEqual([
    { path: 'a.md', view: 'write' },
    { path: 'b.md', view: 'source' },
  ])
  expect(useOpenPages.getState().active).toBe('a.md')
  again()
})

test('each site has its own tabs', () => {
  const leave = followSiteTabs('bay')
  useOpenPages.getState().open('a.md')
  leave()
  const other = followSiteTabs('town')
  expect(useOpenPages.getState().tabs).toEqual([])
  other()
  expect(readSiteTabs('bay')?.active).toBe('a.md')
})

test('a site that was never open, and a note nobody can read, are no tabs', () => {
  expect(readSiteTabs('bay')).toBeNull()
  for (const note of ['{', 'null', '7', '{"tabs":3}', '{"tabs":[],"recent":4}']) {
    localStorage.setItem('galley.tabs.bay', note)
    expect(readSiteTabs('bay')).toBeNull()
  }
  localStorage.setItem(
    'galley.tabs.bay',
    JSON.stringify({ tabs: [{ path: 7 }, null, { path: 'a.md' }], active: 'gone.md', recent: [1] }),
  )
  expect(readSiteTabs('bay')).toEqual({
    tabs: [{ path: 'a.md', view: 'write' }],
    active: 'a.md',
    recent: [],
  })
})

test('recent pages: the latest first, each once, not without end', () => {
  let recent: readonly string[] = []
  for (const path of ['a', 'b', 'a', 'c', 'c']) recent = withRecent(recent, path)
  expect(recent).toEqual(['c', 'a', 'b'])
  for (let i = 0; i < 50; i += 1) recent = withRecent(recent, `p${i}`)
  expect(recent).toHaveLength(12)
  expect(withRecent(recent, null)).toBe(recent)
})
