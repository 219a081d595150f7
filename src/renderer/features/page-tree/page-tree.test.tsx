import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { TreeNode } from '../../../shared/domain/site/tree/tree-node.ts'
import { AppError } from '../../../shared/ipc/app-error.ts'
import { runCommand } from '../../lib/command-store.ts'
import { useOpenPages } from '../../lib/open-pages-store.ts'
import { baySite } from '../../testing/bay-site.ts'
import { expectAccessible } from '../../testing/expect-accessible.ts'
import { fakeBridge } from '../../testing/fake-bridge.ts'
import type { Marks } from './page-rows.ts'
import { PageTree } from './page-tree.tsx'
import '../../styles/tokens.css'
import '../../styles/base.css'

const leaf = (path: string, title: string): TreeNode => ({ id: path, kind: 'page', title, path })
const folder = (id: string, title: string, children: readonly TreeNode[]): TreeNode => ({
  id,
  kind: 'collection',
  title,
  path: null,
  children,
})

const small = [
  leaf('index.md', 'Homepage'),
  folder('_visit/', 'Visit', [
    leaf('_visit/plan.md', 'Plan your visit'),
    folder('_visit/places/', 'Places', [leaf('_visit/places/pier.md', 'Lantern Pier')]),
  ]),
  folder('_learn/', 'Learn', [leaf('_learn/birds.md', 'Birds\u202E of the bay')]),
]
const large = Array.from({ length: 40 }, (_, i) =>
  folder(
    `_c${i}/`,
    `Collection ${i}`,
    Array.from({ length: 50 }, (_, j) => leaf(`_c${i}/p${j}.md`, `Page ${i}.${j}`)),
  ),
)

beforeEach(() => {
  localStorage.clear()
  useOpenPages.getState().reset([], null)
})

async function show(nodes: readonly TreeNode[], marks: Marks = {}) {
  const bridge = fakeBridge({
    'app.state': () => ({ version: '1.0', platform: 'linux', site: baySite, problem: null }),
    'site.tree': () => ({ nodes: [...nodes], pages: nodes.length }),
    'site.marks': () => ({ ...marks }),
    'app.copyText': () => undefined,
    'app.showInFolder': () => undefined,
  })
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  document.documentElement.dataset.theme = 'light'
  const screen = await render(
    <QueryClientProvider client={client}>
      <main style={{ width: 248, height: 500 }}>
        <PageTree profile="isomer" />
      </main>
    </QueryClientProvider>,
  )
  onTestFinished(() => client.clear())
  const item = (name: string) => screen.getByRole('treeitem', { name, exact: true })
  return { screen, bridge, item, filter: screen.getByRole('textbox', { name: 'Filter pages' }) }
}

const focused = () => document.activeElement?.getAttribute('aria-label')

test('shows the pages by their titles alone, says marks as descriptions, and is accessible', async () => {
  const styles = () => document.querySelectorAll('style').length
  const before = styles()
  const { screen, item } = await show(small, {
    '_visit/plan.md': 'changed',
    '_learn/birds.md': 'new',
    '_visit/old.md': 'deleted',
  })
  await expect.element(screen.getByRole('tree', { name: 'Pages' })).toBeVisible()
  await expect.element(item('Plan your visit')).toHaveAccessibleDescription('Changed')
  await expect.element(item('Birds of the bay')).toHaveAccessibleDescription('New')
  await expect.element(item('Old')).toHaveAccessibleDescription('Deleted')
  await expect.element(item('Old')).toHaveAttribute('aria-disabled', 'true')
  await expect.element(item('Lantern Pier')).toHaveAttribute('aria-level', '3')
  await expect.element(item('Lantern Pier')).not.toHaveAttribute('aria-expanded')
  await expectAccessible()
  // The window's policy allows no style element that was not made for this load.
  expect(styles()).toBe(before)
})

test('a click opens a page, turns a folder, and the row in front is the selected one', async () => {
  const { item } = await show(small)
  await item('Plan your visit').click()
  expect(useOpenPages.getState().active).toBe('_visit/plan.md')
  await expect.element(item('Plan your visit')).toHaveAttribute('aria-selected', 'true')
  await item('Visit').click()
  await expect.element(item('Visit')).toHaveAttribute('aria-expanded', 'false')
  await expect.element(item('Visit')).toHaveAccessibleDescription('2 pages')
  await expect.element(item('Plan your visit')).not.toBeInTheDocument()
  expect(useOpenPages.getState().active).toBe('_visit/plan.md')
})

test('everything works from the keyboard', async () => {
  const { item, filter } = await show(small)
  await expect.element(item('Homepage')).toBeVisible()
  await filter.click()
  await userEvent.keyboard('{ArrowDown}')
  await expect.poll(focused).toBe('Homepage')
  await userEvent.keyboard('{ArrowDown}{ArrowRight}')
  await expect.poll(focused).toBe('Plan your visit')
  await userEvent.keyboard('{ArrowLeft}')
  await expect.poll(focused).toBe('Visit')
  await userEvent.keyboard('{ArrowLeft}')
  await expect.element(item('Visit')).toHaveAttribute('aria-expanded', 'false')
  await userEvent.keyboard('{End}')
  await expect.poll(focused).toBe('Birds of the bay')
  await userEvent.keyboard('{Home}')
  await expect.poll(focused).toBe('Homepage')
  await userEvent.keyboard('lea')
  await expect.poll(focused).toBe('Learn')
  await userEvent.keyboard('{End}{Enter}')
  expect(useOpenPages.getState().active).toBe('_learn/birds.md')
  await userEvent.keyboard('{Home} ')
  await expect.poll(() => useOpenPages.getState().active).toBe('index.md')
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}')
  await expect.poll(focused).toBe('Filter pages')
})

test('the filter keeps the folders of its hits open and marks what was looked for', async () => {
  const { screen, item, filter } = await show(large)
  await expect.element(item('Collection 0')).toHaveAttribute('aria-expanded', 'false')
  await filter.fill('page 37.4')
  await expect.element(item('Page 37.4')).toBeVisible()
  await expect.element(item('Collection 37')).toHaveAttribute('aria-expanded', 'true')
  await expect.element(item('Collection 36')).not.toBeInTheDocument()
  expect(item('Page 37.4').element().querySelectorAll('mark')).toHaveLength(2)
  await userEvent.keyboard('{Enter}')
  expect(useOpenPages.getState().active).toBe('_c37/p4.md')
  await filter.fill('_c12/p7.md')
  await expect.element(item('Page 12.7')).toBeVisible()
  await filter.fill('no such page')
  await expect.element(screen.getByText('No page matches “no such page”.')).toBeVisible()
  await screen.getByRole('button', { name: 'Show all pages' }).click()
  await expect.element(filter).toHaveValue('')
  // The page in front is brought into view again.
  await expect.element(item('Page 37.4')).toBeVisible()
})

test('of 2,000 pages only the rows in view are drawn', async () => {
  const { screen, item } = await show(large)
  await expect.element(item('Collection 0')).toBeVisible()
  useOpenPages.getState().open('_c30/p49.md')
  await expect.element(item('Page 30.49')).toBeVisible()
  await expect.element(item('Page 30.49')).toHaveAttribute('aria-posinset', '50')
  expect(screen.getByRole('treeitem').elements().length).toBeLessThan(60)
})

test('the focus stays in the tree when its row scrolls away, and is not taken back', async () => {
  const { screen, item } = await show(large)
  await item('Collection 1').click()
  await expect.element(item('Page 1.0')).toBeVisible()
  const scroller = screen.getByRole('tree').element().firstElementChild
  scroller?.scrollTo(0, 1800)
  await expect.element(item('Collection 1')).not.toBeInTheDocument()
  await expect.poll(focused).toBe('Pages')
  screen.getByRole('textbox').element().focus()
  scroller?.scrollTo(0, 0)
  await expect.element(item('Collection 1')).toBeVisible()
  expect(focused()).toBe('Filter pages')
  await userEvent.keyboard('{ArrowDown}{ArrowDown}')
  await expect.poll(focused).toBe('Page 1.0')
})

test('folders are found again as they were left', async () => {
  const first = await show(large)
  await first.item('Collection 1').click()
  await expect.element(first.item('Page 1.0')).toBeVisible()
  await first.screen.unmount()
  const second = await show(large)
  await expect.element(second.item('Page 1.0')).toBeVisible()
  await second.item('Collection 1').click()
  await second.screen.unmount()
  const third = await show(large)
  await expect.element(third.item('Collection 1')).toHaveAttribute('aria-expanded', 'false')
})

test('commands lead to the filter and to the page in front', async () => {
  const { item, filter } = await show(large)
  await expect.element(item('Collection 0')).toBeVisible()
  expect(runCommand('go.reveal')).toBe(false)
  expect(runCommand('go.filter')).toBe(true)
  await expect.element(filter).toHaveFocus()
  useOpenPages.getState().open('_c2/p3.md')
  await filter.fill('collection 9')
  await expect.poll(() => runCommand('go.reveal')).toBe(true)
  await expect.poll(focused).toBe('Page 2.3')
  await expect.element(filter).toHaveValue('')
})

test('a page has a menu', async () => {
  const { screen, bridge, item } = await show(small)
  await item('Plan your visit').click({ button: 'right' })
  await screen.getByRole('menuitem', { name: 'Copy path' }).click()
  expect(bridge.inputsOf('app.copyText')).toEqual([{ text: '_visit/plan.md' }])
  await item('Plan your visit').click({ button: 'right' })
  await expect
    .element(screen.getByRole('menuitem', { name: 'Copy permalink' }))
    .toHaveAttribute('aria-disabled', 'true')
  await screen.getByRole('menuitem', { name: 'Show in folder' }).click()
  expect(bridge.inputsOf('app.showInFolder')).toEqual([{ path: '_visit/plan.md' }])
})

test('a site without pages says so', async () => {
  const { screen } = await show([])
  await expect.element(screen.getByText('This site has no pages yet.')).toBeVisible()
})

test('pages that cannot be listed are explained, and can be asked for again', async () => {
  const { screen, bridge, item } = await show(small)
  await expect.element(item('Homepage')).toBeVisible()
  await screen.unmount()
  bridge.answer('site.tree', () => {
    throw new AppError('git', 'The site is busy.')
  })
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const again = await render(
    <QueryClientProvider client={client}>
      <PageTree profile="isomer" />
    </QueryClientProvider>,
  )
  await expect
    .element(again.getByRole('alert'))
    .toHaveTextContent('The pages could not be listed. The site is busy.')
  bridge.answer('site.tree', () => ({ nodes: [], pages: 0 }))
  await again.getByRole('button', { name: 'Try again' }).click()
  await expect.element(again.getByText('This site has no pages yet.')).toBeVisible()
})
