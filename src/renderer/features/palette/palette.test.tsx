import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { beforeEach, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { TreeNode } from '../../../shared/domain/site/tree/tree-node.ts'
import { runCommand, useCommand } from '../../lib/command-store.ts'
import { useOpenPages } from '../../lib/open-pages-store.ts'
import { useSection } from '../../lib/section-store.ts'
import '../../styles/base.css'
import '../../styles/tokens.css'
import { expectAccessible } from '../../testing/expect-accessible.ts'
import { fakeBridge } from '../../testing/fake-bridge.ts'
import { Palette } from './palette.tsx'

const leaf = (path: string, title: string): TreeNode => ({ id: path, kind: 'page', title, path })
const nodes: TreeNode[] = [
  {
    id: 'v/',
    kind: 'collection',
    title: 'Visit',
    path: null,
    children: [leaf('plan.md', 'Plan your visit'), leaf('board.md', 'Marsh boardwalk')],
  },
]

let shortcuts = 0
beforeEach(() => {
  shortcuts = 0
  useOpenPages.getState().reset([], null)
})

function Others() {
  useCommand('help.shortcuts', { run: () => shortcuts++ })
  useCommand('tab.close', { run: () => undefined, enabled: false })
  return null
}

async function open() {
  fakeBridge({
    'site.tree': () => ({ nodes, pages: 2 }),
    'site.assets': () => [{ path: 'images/pier.jpg', kind: 'image', bytes: 2000 }],
  })
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const screen = await render(
    <QueryClientProvider client={client}>
      <Others />
      <Palette recent={() => ['board.md']} />
    </QueryClientProvider>,
  )
  runCommand('go.search')
  await expect.element(screen.getByRole('dialog', { name: 'Go to' })).toBeVisible()
  await expect.element(screen.getByRole('option', { name: /Marsh boardwalk/ })).toBeVisible()
  return screen
}

test('opens on the field, with recent pages first and only what is possible', async () => {
  const screen = await open()
  const field = screen.getByRole('combobox', { name: 'Search pages, media and commands' })
  await expect.element(field).toHaveFocus()
  const options = screen.getByRole('option').elements()
  expect(options.map((option) => option.textContent)).toEqual([
    'Marsh boardwalkVisit',
    'Keyboard shortcutsCtrl+/',
  ])
  await expectAccessible()
})

test('typing finds and marks, arrows choose, Enter opens the page', async () => {
  const screen = await open()
  await userEvent.keyboard('plan')
  const option = screen.getByRole('option', { name: /Plan your visit/ })
  await expect.element(option).toHaveAttribute('aria-selected', 'true')
  // The list is a moment behind the field: the marks of the last letter come with it.
  await vi.waitFor(() => expect(option.element().querySelector('mark')?.textContent).toBe('Plan'))
  await userEvent.keyboard('{Enter}')
  await vi.waitFor(() => expect(useOpenPages.getState().active).toBe('plan.md'))
  await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument()
})

test('the active option is announced by the field and follows the arrows round', async () => {
  const screen = await open()
  const field = screen.getByRole('combobox')
  const active = () =>
    document.getElementById(field.element().getAttribute('aria-activedescendant') ?? '')
  await userEvent.keyboard('{ArrowDown}')
  expect(active()?.textContent).toContain('Keyboard shortcuts')
  await userEvent.keyboard('{ArrowDown}')
  expect(active()?.textContent).toContain('Marsh boardwalk')
  await userEvent.keyboard('{ArrowUp}{Enter}')
  await vi.waitFor(() => expect(shortcuts).toBe(1))
})

test('an image is shown in the media section', async () => {
  const screen = await open()
  await userEvent.keyboard('pier')
  await screen.getByRole('option', { name: /pier\.jpg/ }).click()
  await vi.waitFor(() => expect(useSection.getState().wantedFile).toBe('images/pier.jpg'))
  expect(useSection.getState().section).toBe('media')
})

test('a click chooses; Escape leaves everything as it was', async () => {
  const screen = await open()
  await userEvent.keyboard('visit')
  await screen.getByRole('option', { name: /Plan your visit/ }).click()
  await vi.waitFor(() => expect(useOpenPages.getState().active).toBe('plan.md'))
  runCommand('go.search')
  await expect.element(screen.getByRole('combobox')).toHaveValue('')
  await userEvent.keyboard('qqqq')
  await expect.element(screen.getByText('Nothing on this site is called “qqqq”.')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument()
  expect(useOpenPages.getState().active).toBe('plan.md')
})
