import { expect, test } from 'vitest'
import { userEvent, page as window } from 'vitest/browser'
import { expectAccessible } from '../../../testing/expect-accessible.ts'
import { showTools } from '../testing/show-tools.tsx'
import { SelectionBar } from './selection-bar.tsx'

const body = '<p>First  line\nhere</p>\n<p>Second line</p>\n<pre><code>code</code></pre>'
const bar = () => window.getByRole('toolbar', { name: 'Selection' })
const show = (text = body) => showTools(text, (editor) => <SelectionBar editor={editor} />)

test('comes with selected words and goes with them', async () => {
  const page = await show()
  page.behind('Second')
  await expect.element(bar()).not.toBeInTheDocument()
  page.mark('Second')
  await expect.element(bar()).toBeVisible()
  await expectAccessible(page.sheet)
  page.mark('code')
  await expect.element(bar()).not.toBeInTheDocument()
})

test('makes words bold and keeps every other byte', async () => {
  const page = await show()
  page.mark('Second')
  await userEvent.click(bar().getByRole('button', { name: 'Bold' }))
  await expect
    .element(bar().getByRole('button', { name: 'Bold' }))
    .toHaveAttribute('aria-pressed', 'true')
  expect(await page.body()).toBe(body.replace('<p>Second line', '<p><strong>Second</strong> line'))
  await userEvent.click(bar().getByRole('button', { name: 'Bold' }))
  expect(await page.body()).toBe(body)
})

test('is never over the selected words, at the top of the page neither', async () => {
  const page = await show()
  for (const words of ['First', 'Second']) {
    page.mark(words)
    await expect.element(bar()).toBeVisible()
    const box = bar().element().getBoundingClientRect()
    const at = page.editor.view.coordsAtPos(page.editor.state.selection.from)
    expect(box.bottom <= at.top || box.top >= at.bottom).toBe(true)
  }
})

test('works from the keyboard: Tab leads in, arrows along, Escape back', async () => {
  const page = await show()
  page.mark('Second')
  await expect.element(bar()).toBeVisible()
  await userEvent.keyboard('{Tab}{ArrowRight}')
  await expect.element(bar().getByRole('button', { name: 'Italic' })).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  expect(await page.body()).toBe(body.replace('<p>Second line', '<p><em>Second</em> line'))
  await userEvent.keyboard('{Tab}')
  await userEvent.keyboard('{Escape}')
  expect(page.editor.view.hasFocus()).toBe(true)
})
