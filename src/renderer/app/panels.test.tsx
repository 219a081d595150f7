import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { runCommand, useCommand, useCommandStore } from '../lib/command-store.ts'
import { useOpenPages } from '../lib/open-pages-store.ts'
import '../styles/base.css'
import '../styles/tokens.css'
import { expectAccessible } from '../testing/expect-accessible.ts'
import { useLayout } from './layout-store.ts'
import { Panels } from './panels.tsx'
import { followEscape } from './regions.ts'
import { useViewCommands } from './use-view-commands.ts'

beforeEach(() => {
  localStorage.clear()
  useLayout.setState(useLayout.getInitialState(), true)
  useOpenPages.getState().reset([], null)
})

let filtered = 0
function List() {
  useCommand('go.filter', { run: () => filtered++ })
  return (
    <section data-region="list" aria-label="Page list">
      <button type="button">Pages</button>
    </section>
  )
}

function Window() {
  useViewCommands()
  return (
    <div style={{ display: 'flex', height: '100vh' }}>
      <Panels
        list={<List />}
        work={
          <section data-region="work" aria-label="Work">
            <button type="button">Page body</button>
          </section>
        }
        inspector={
          <section data-region="inspector" aria-label="Inspector">
            <button type="button">Title</button>
          </section>
        }
      />
    </div>
  )
}

async function show(width: number) {
  await page.viewport(width, 600)
  onTestFinished(() => page.viewport(1000, 700))
  onTestFinished(followEscape())
  return render(<Window />)
}

const widthOf = (element: Element) => Math.round(element.getBoundingClientRect().width)

test('both panels beside the work; commands hide them and bring them back', async () => {
  const screen = await show(1300)
  const list = screen.getByRole('region', { name: 'Page list' })
  await expect.element(list).toBeVisible()
  expect(widthOf(list.element())).toBe(248)
  expect(widthOf(screen.getByRole('region', { name: 'Inspector' }).element())).toBe(304)
  await expectAccessible()
  runCommand('view.list')
  await expect.element(list).not.toBeInTheDocument()
  expect(useCommandStore.getState().actions['view.list']?.checked).toBe(false)
  runCommand('view.list')
  await expect.element(list).toBeVisible()
})

test('a command of the hidden list brings it back and is carried out there', async () => {
  const screen = await show(1300)
  const list = screen.getByRole('region', { name: 'Page list' })
  runCommand('view.list')
  await expect.element(list).not.toBeInTheDocument()
  filtered = 0
  runCommand('go.filter')
  await expect.element(list).toBeVisible()
  await expect.poll(() => filtered).toBe(1)
})

test('separators move by keyboard, and the width comes back', async () => {
  const screen = await show(1300)
  const separator = screen.getByRole('separator', { name: 'Width of the page list' })
  ;(separator.element() as HTMLElement).focus()
  await userEvent.keyboard('{ArrowRight}')
  const list = screen.getByRole('region', { name: 'Page list' })
  await expect.poll(() => widthOf(list.element())).toBeGreaterThan(248)
  const wider = widthOf(list.element())
  await screen.unmount()
  const again = await render(<Window />)
  const back = again.getByRole('region', { name: 'Page list' })
  await expect.poll(() => widthOf(back.element())).toBe(wider)
})

test('where it is narrow the inspector lies over the work, takes the focus, and Escape puts it away', async () => {
  const screen = await show(900)
  const inspector = screen.getByRole('region', { name: 'Inspector' })
  await expect.element(screen.getByRole('region', { name: 'Page list' })).toBeVisible()
  await expect.element(inspector).not.toBeInTheDocument()
  runCommand('view.inspector')
  await expect.element(screen.getByRole('button', { name: 'Title' })).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await expect.element(inspector).not.toBeInTheDocument()
  await expect.element(screen.getByRole('button', { name: 'Page body' })).toHaveFocus()
  await page.viewport(1300, 600)
  await expect.element(inspector).toBeVisible()
})

test('where it is very narrow the list comes on demand and goes with the choice of a page', async () => {
  const screen = await show(600)
  const list = screen.getByRole('region', { name: 'Page list' })
  await expect.element(screen.getByRole('region', { name: 'Work' })).toBeVisible()
  await expect.element(list).not.toBeInTheDocument()
  runCommand('go.pages')
  await expect.element(screen.getByRole('button', { name: 'Pages' })).toHaveFocus()
  useOpenPages.getState().open('a.md')
  await expect.element(list).not.toBeInTheDocument()
})
