import { beforeEach, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { useOpenPages } from '../../lib/open-pages-store.ts'
import { useSection } from '../../lib/section-store.ts'
import { expectAccessible } from '../../testing/expect-accessible.ts'
import { bar, cell, fileAt, forget, openMedia } from './testing/media-window.tsx'

beforeEach(forget)

test('cells are named by their files; nothing is chosen at first; no faults', async () => {
  const { screen } = await openMedia()
  await expect.element(cell(screen, 0)).toHaveAttribute('aria-selected', 'false')
  await expect.element(screen.getByRole('button', { name: 'Import images…' })).toBeVisible()
  await expect.element(bar(screen)).not.toBeInTheDocument()
  await cell(screen, 1).click()
  await expect.element(bar(screen)).toBeVisible()
  await expectAccessible()
})

test('pointer and keys choose, the grid says where the cursor is', async () => {
  const { screen } = await openMedia()
  await cell(screen, 0).click()
  await cell(screen, 2).click({ modifiers: ['Control'] })
  await expect.element(bar(screen)).toHaveTextContent('2 selected')
  await cell(screen, 5).click({ modifiers: ['Shift'] })
  await expect.element(bar(screen)).toHaveTextContent('4 selected 400 kB')
  await userEvent.keyboard('{Home}{ArrowRight}')
  const grid = screen.getByRole('grid', { name: 'Media' }).element()
  expect(document.activeElement).toBe(grid)
  const active = () => document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')
  await vi.waitFor(() => expect(active()?.getAttribute('aria-label')).toBe('p001.jpg'))
  await userEvent.keyboard('{End}')
  await vi.waitFor(() => expect(active()?.getAttribute('aria-label')).toBe('p059.jpg'))
  await userEvent.keyboard('{Control>}a{/Control}')
  await expect.element(bar(screen)).toHaveTextContent('60 selected')
  await userEvent.keyboard('{Escape}')
  await expect.element(bar(screen)).not.toBeInTheDocument()
})

test('20,000 files keep only the rows on the screen in the page', async () => {
  const { screen } = await openMedia({ files: Array.from({ length: 20_000 }, (_, i) => fileAt(i)) })
  expect(screen.getByRole('gridcell').elements().length).toBeLessThan(80)
  screen.getByRole('grid').element().scrollTop = 500_000
  await vi.waitFor(() =>
    expect(screen.getByRole('gridcell').elements()[0]?.getAttribute('aria-label')).not.toBe(
      'p000.jpg',
    ),
  )
  expect(screen.getByRole('gridcell').elements().length).toBeLessThan(80)
})

test('pictures that look alike stand together, and are looked for only when asked', async () => {
  const { screen, bridge } = await openMedia()
  const asked = () => bridge.inputsOf('media.alike').length
  expect(asked()).toBe(0)
  await screen.getByRole('treeitem', { name: 'Look alike' }).click()
  await expect.element(cell(screen, 7)).toBeVisible()
  const names = screen
    .getByRole('gridcell')
    .elements()
    .map((one) => one.getAttribute('aria-label'))
  expect(names).toEqual(['p007.jpg', 'p002.jpg'])
  expect(asked()).toBe(1)
  await expectAccessible()
})

test('search, table, lists and folders', async () => {
  const { screen } = await openMedia()
  await screen.getByRole('searchbox', { name: 'Search media' }).fill('p04')
  await expect.element(screen.getByText('10 of 60 images')).toBeVisible()
  await screen.getByRole('radio', { name: 'Table' }).click()
  await expect.element(screen.getByRole('columnheader', { name: 'Pixels' })).toBeVisible()
  await cell(screen, 41).click()
  await expect.element(cell(screen, 41)).toHaveAttribute('aria-selected', 'true')
  await expectAccessible()
  await screen.getByRole('searchbox', { name: 'Search media' }).fill('')
  await screen.getByRole('treeitem', { name: 'Unused' }).click()
  await expect.element(cell(screen, 1)).toBeVisible()
  await expect.element(cell(screen, 2)).not.toBeInTheDocument()
  await userEvent.keyboard('{End}')
  await expect.element(screen.getByRole('heading', { name: 'images' })).toBeVisible()
  await screen.getByRole('treeitem', { name: 'Broken links' }).click()
  await screen.getByRole('button', { name: 'Open the page' }).click()
  expect(useOpenPages.getState().active).toBe('a.md')
  await screen.getByRole('button', { name: 'Show p003.jpg' }).click()
  await expect.element(cell(screen, 3)).toHaveAttribute('aria-selected', 'true')
})

test('the inspector says who uses a file and leads there', async () => {
  const { screen } = await openMedia()
  useSection.getState().show('media')
  await cell(screen, 0).click()
  const used = screen.getByRole('region', { name: 'Used by' })
  await used.getByRole('button', { name: /Three storms/ }).click()
  expect(useOpenPages.getState().active).toBe('a.md')
  expect(useSection.getState().section).toBe('pages')
})

test('a site without files says how to fill it, a failure says what was kept', async () => {
  const { screen } = await openMedia({ files: [] })
  await expect.element(screen.getByRole('heading', { name: 'No images yet' })).toBeVisible()
  expect(screen.getByRole('button', { name: 'Import images…' }).elements()).toHaveLength(1)
  await expect.element(screen.getByRole('treeitem', { name: 'Unused' })).not.toBeInTheDocument()
  await expectAccessible()
})

test('a broken link is led to the file that was meant, alone or with all that are sure', async () => {
  const { bridge, screen } = await openMedia()
  await screen.getByRole('treeitem', { name: 'Broken links' }).click()
  const repairs = [{ page: 'a.md', wanted: 'images/P.jpg', to: 'images/p003.jpg' }]
  await screen.getByRole('button', { name: 'Use this one' }).click()
  await expect.element(screen.getByText('1 link repaired in 1 page')).toBeVisible()
  expect(bridge.inputsOf('media.repair')).toEqual([{ repairs }])

  await screen.getByRole('button', { name: 'Repair it…' }).click()
  const question = screen.getByRole('alertdialog', { name: 'Repair 1 link?' })
  await expect.element(question.getByText('/images/P.jpg → /images/p003.jpg')).toBeVisible()
  await question.getByRole('button', { name: 'Repair' }).click()
  await expect.poll(() => bridge.inputsOf('media.repair')).toHaveLength(2)
})
