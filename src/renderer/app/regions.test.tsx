import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { followEscape, stepRegion } from './regions.ts'

let stop = (): void => undefined
afterEach(() => stop())

function Window() {
  return (
    <>
      <nav data-region="rail">
        <button type="button">Pages</button>
        <button type="button">Settings</button>
      </nav>
      <section data-region="list">
        <button type="button">Fold</button>
        <button type="button" data-region-start>
          Tree
        </button>
      </section>
      <main data-region="work">
        <button type="button">Bold</button>
        <textarea aria-label="Page body" data-region-start />
      </main>
      <footer data-region="status">Nothing to focus</footer>
    </>
  )
}

const focused = () =>
  document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent

test('F6 goes round the parts, comes back to where the focus was, and leaves out what takes none', async () => {
  const screen = await render(<Window />)
  const went = (by: 1 | -1) => {
    stepRegion(by)
    return focused()
  }
  expect(went(1)).toBe('Pages')
  const settings = screen.getByRole('button', { name: 'Settings' }).element() as HTMLElement
  settings.focus()
  expect([went(1), went(1), went(1)]).toEqual(['Tree', 'Page body', 'Settings'])
  expect([went(-1), went(-1)]).toEqual(['Page body', 'Tree'])
})

test('Escape leads back to the page, unless it was needed where it was pressed', async () => {
  stop = followEscape()
  const screen = await render(<Window />)
  const fold = screen.getByRole('button', { name: 'Fold' }).element() as HTMLElement
  fold.focus()
  const use = (event: KeyboardEvent) => event.preventDefault()
  fold.addEventListener('keydown', use)
  await userEvent.keyboard('{Escape}')
  expect(focused()).toBe('Fold')
  fold.removeEventListener('keydown', use)
  await userEvent.keyboard('{Escape}')
  expect(focused()).toBe('Page body')
})
