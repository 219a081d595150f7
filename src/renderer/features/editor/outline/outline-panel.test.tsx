import { undo } from '@tiptap/pm/history'
import { expect, test } from 'vitest'
import { userEvent, page as window } from 'vitest/browser'
import { expectAccessible } from '../../../testing/expect-accessible.ts'
import { showTools } from '../testing/show-tools.tsx'
import { OutlinePanel } from './outline-panel.tsx'

const one = '<h2>One</h2>\n<p>1  a</p>\n<h3 class="k">One a</h3>\n<p>1 b\nc</p>'
const two = '<h2>Two</h2>\n<ul>\n<li>2</li>\n</ul>'
const three = '<h2>Three</h2>\n<p>3</p>'
const body = `<p>intro</p>\n${one}\n${two}\n${three}`
const row = (name: string) => window.getByRole('button', { name, exact: true })
const show = (text = body) => showTools(text, (editor) => <OutlinePanel editor={editor} canMove />)

test('Alt and arrows move a section with all that is under it; its bytes stay', async () => {
  const page = await show()
  await expectAccessible(page.sheet)
  row('One').element().focus()
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
  expect(await page.body()).toBe(`<p>intro</p>\n${two}\n${one}\n${three}`)
  await expect.element(row('One')).toHaveFocus()
  await expect.element(window.getByText('“One” was moved.')).toBeInTheDocument()
  await userEvent.keyboard('{Alt>}{ArrowDown}{ArrowDown}{ArrowUp}{ArrowUp}{/Alt}')
  expect(await page.body()).toBe(body)
  while (page.run(undo));
  expect(await page.body()).toBe(body)
})

test('a part goes under the next heading above it, and back', async () => {
  const page = await show()
  row('One a').element().focus()
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
  const part = '<h3 class="k">One a</h3>\n<p>1 b\nc</p>'
  expect(await page.body()).toBe(
    `<p>intro</p>\n<h2>One</h2>\n<p>1  a</p>\n${two}\n${part}\n${three}`,
  )
})

test('dragging drops a section between others, or at the end', async () => {
  const page = await show()
  await userEvent.dragAndDrop(row('Three'), row('One'), { targetPosition: { x: 30, y: 2 } })
  expect(await page.body()).toBe(`<p>intro</p>\n${three}\n${one}\n${two}`)
  await userEvent.dragAndDrop(row('One'), row('Two'), { targetPosition: { x: 30, y: 22 } })
  expect(await page.body()).toBe(`<p>intro</p>\n${three}\n${two}\n${one}`)
})

test('a click leads to the heading', async () => {
  const page = await show()
  await userEvent.click(row('Two'))
  await page.keys('!')
  expect(await page.body()).toBe(body.replace('Two', '!Two'))
})

test('headings inside of blocks lead there, and stay', async () => {
  const page = await show(`<blockquote>\n<h2>In</h2>\n</blockquote>\n${two}`)
  await expect.element(row('In')).toHaveAttribute('draggable', 'false')
  row('In').element().focus()
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
  expect(await page.body()).toBe(`<blockquote>\n<h2>In</h2>\n</blockquote>\n${two}`)
})
