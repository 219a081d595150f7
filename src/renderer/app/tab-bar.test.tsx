import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { beforeEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { TreeNode } from '../../shared/domain/site/tree/tree-node.ts'
import { useOpenPages } from '../lib/open-pages-store.ts'
import '../styles/base.css'
import '../styles/tokens.css'
import { expectAccessible } from '../testing/expect-accessible.ts'
import { fakeBridge } from '../testing/fake-bridge.ts'
import { TabBar } from './tab-bar.tsx'
import { panelId, tabId } from './tab-ids.ts'

const names = ['Plan your visit', 'Getting here', 'Lantern Pier', 'Permits', 'Board', 'Birds']
const nodes: TreeNode[] = names.map((title, i) => ({
  id: `p${i}.md`,
  kind: 'page',
  title,
  path: `p${i}.md`,
}))

beforeEach(() => useOpenPages.getState().reset([], null))

function Window({ width }: { readonly width: number }) {
  const active = useOpenPages((pages) => pages.active)
  return (
    <div style={{ width }}>
      <TabBar />
      {active !== null && <div role="tabpanel" id={panelId} aria-labelledby={tabId(active)} />}
    </div>
  )
}

async function show(count: number, width = 800) {
  fakeBridge({
    'site.tree': () => ({ nodes, pages: nodes.length }),
    'site.marks': () => ({ 'p1.md': 'changed' }),
  })
  const tabs = nodes
    .slice(0, count)
    .map(({ path }) => ({ path: path ?? '', view: 'write' }) as const)
  useOpenPages.getState().reset(tabs, 'p0.md')
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const screen = await render(
    <QueryClientProvider client={client}>
      <Window width={width} />
    </QueryClientProvider>,
  )
  await expect.element(screen.getByRole('tab', { name: 'Plan your visit' })).toBeVisible()
  return screen
}

const paths = () => useOpenPages.getState().tabs.map(({ path }) => path)

test('tabs are named by their pages, and changes are told in words', async () => {
  const screen = await show(3)
  const list = screen.getByRole('tablist', { name: 'Open pages' })
  await expect.element(list).toBeVisible()
  await expect
    .element(screen.getByRole('tab', { name: 'Plan your visit', exact: true }))
    .toHaveAttribute('aria-selected', 'true')
  await expect.element(screen.getByRole('tab', { name: 'Getting here changed' })).toBeVisible()
  await expectAccessible()
})

test('a page that is not saved says so', async () => {
  const screen = await show(2)
  useOpenPages
    .getState()
    .setState('p0.md', { save: { kind: 'problem', words: 'The disk is full.' } })
  await expect.element(screen.getByRole('tab', { name: 'Plan your visit not saved' })).toBeVisible()
})

test('click opens, middle click and the close sign close', async () => {
  const screen = await show(3)
  await screen.getByRole('tab', { name: 'Lantern Pier' }).click()
  expect(useOpenPages.getState().active).toBe('p2.md')
  await screen.getByRole('tab', { name: 'Plan your visit' }).click({ button: 'middle' })
  expect(paths()).toEqual(['p1.md', 'p2.md'])
  const close = screen
    .getByRole('tab', { name: 'Lantern Pier' })
    .element()
    .querySelector('.tab-close')
  await userEvent.click(close as Element)
  expect(paths()).toEqual(['p1.md'])
  expect(useOpenPages.getState().active).toBe('p1.md')
})

test('by keyboard: arrows move, Enter opens, Delete closes and the next tab has the focus', async () => {
  const screen = await show(3)
  const first = screen.getByRole('tab', { name: 'Plan your visit' })
  first.element().focus()
  await userEvent.keyboard('{ArrowRight}')
  expect(useOpenPages.getState().active).toBe('p0.md')
  await userEvent.keyboard('{Enter}')
  expect(useOpenPages.getState().active).toBe('p1.md')
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}')
  await expect.element(screen.getByRole('tab', { name: 'Lantern Pier' })).toHaveFocus()
  await userEvent.keyboard('{Home}{ArrowRight}{Delete}')
  await expect.element(screen.getByRole('tab', { name: 'Lantern Pier' })).toHaveFocus()
  expect(paths()).toEqual(['p0.md', 'p2.md'])
})

test('tabs that do not fit are listed in a menu', async () => {
  const screen = await show(6, 420)
  await screen.getByRole('button', { name: 'All open pages' }).click()
  await screen.getByRole('menuitemcheckbox', { name: 'Birds' }).click()
  expect(useOpenPages.getState().active).toBe('p5.md')
  await expect.element(screen.getByRole('tab', { name: 'Birds' })).toBeInViewport()
})

test('the context menu closes the other pages', async () => {
  const screen = await show(3)
  await screen.getByRole('tab', { name: 'Lantern Pier' }).click({ button: 'right' })
  await screen.getByRole('menuitem', { name: 'Close other pages' }).click()
  expect(paths()).toEqual(['p2.md'])
})
