import { undo } from '@tiptap/pm/history'
import { expect, test } from 'vitest'
import { userEvent, page as window } from 'vitest/browser'
import { expectAccessible } from '../../../testing/expect-accessible.ts'
import { showTools } from '../testing/show-tools.tsx'
import { BlockHandle } from './block-handle.tsx'

const table = '<table><tbody><tr><td><p>cell</p></td></tr></tbody></table>'
const body = `<p>First  line\nhere</p>\n\n<h2 class="k">Second</h2>\n${table}\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>`
const handle = () => window.getByRole('button', { name: 'Move or change this block' })
const entry = (name: string) => window.getByRole('menuitem', { name, exact: true })
const show = () => showTools(body, (editor) => <BlockHandle editor={editor} />)

/** Opens the handle's menu beside some words. */
async function menuAt(words: string) {
  await userEvent.hover(window.getByText(words))
  await userEvent.click(handle())
}

test('turns a heading into a paragraph, and undo brings back the byte', async () => {
  const page = await show()
  await userEvent.hover(window.getByText('Second'))
  await expectAccessible(page.sheet)
  await menuAt('Second')
  await expectAccessible(window.getByRole('menu').element())
  await userEvent.click(entry('Paragraph'))
  expect(await page.body()).toBe(body.replace(/h2/g, 'p'))
  expect(page.editor.view.hasFocus()).toBe(true)
  while (page.run(undo));
  expect(await page.body()).toBe(body)
})

test('turns a heading into a list as one step', async () => {
  const page = await show()
  await menuAt('Second')
  await userEvent.click(entry('Bullet list'))
  expect(page.editor.state.doc.child(1).toString()).toBe(
    'bulletList(listItem(paragraph("Second")))',
  )
  expect(page.run(undo)).toBe(true)
  expect(await page.body()).toBe(body)
})

test('a list becomes paragraphs; a table is not offered as anything else', async () => {
  const page = await show()
  await menuAt('cell')
  await expect.element(entry('Move down')).toBeVisible()
  await expect.element(entry('Paragraph')).not.toBeInTheDocument()
  await userEvent.keyboard('{Escape}')
  await menuAt('two')
  await userEvent.click(entry('Paragraph'))
  expect(await page.body()).toBe(body.replace(/<ul>.*<\/ul>/s, '<p>one</p>\n<p>two</p>'))
})

test('moves, doubles and deletes whole blocks', async () => {
  const page = await show()
  await menuAt('cell')
  await userEvent.click(entry('Move up'))
  expect(page.editor.state.doc.child(1).type.name).toBe('table')
  await menuAt('Second')
  await userEvent.click(entry('Duplicate'))
  await menuAt('First')
  await userEvent.click(entry('Delete'))
  expect(page.editor.state.doc.children.map((node) => node.type.name)).toEqual([
    'table',
    'heading',
    'heading',
    'bulletList',
  ])
  expect((await page.body()).split('<h2 class="k">Second</h2>')).toHaveLength(3)
  while (page.run(undo));
  expect(await page.body()).toBe(body)
})

test('is for the block with the caret when the keyboard leads there', async () => {
  const page = await show()
  page.behind('Second')
  await userEvent.keyboard('{Tab}')
  await expect.element(handle()).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await userEvent.click(entry('Heading 2'))
  expect(await page.body()).toBe(body.replace(/h2/g, 'h3'))
})

test('dragging moves a block between two others, not into one', async () => {
  const page = await show()
  await userEvent.hover(window.getByText('Second'))
  await userEvent.dragAndDrop(handle(), window.getByText('one'), {
    targetPosition: { x: 20, y: 2 },
  })
  expect(page.editor.state.doc.children.map((node) => node.type.name)).toEqual([
    'paragraph',
    'table',
    'heading',
    'bulletList',
  ])
  expect(await page.body()).toContain('<h2 class="k">Second</h2>')
  while (page.run(undo));
  expect(await page.body()).toBe(body)
})

test('Alt+Enter opens it in lists and tables as well, where Tab has work of its own', async () => {
  const page = await show()
  for (const [words, kind] of [
    ['two', 'Numbered list'],
    ['cell', 'Duplicate'],
  ] as const) {
    page.behind(words)
    await page.keys('{Alt>}{Enter}{/Alt}')
    await expect.element(entry(kind)).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(entry(kind)).not.toBeInTheDocument()
  }
  page.behind('two')
  await page.keys('{Alt>}{Enter}{/Alt}')
  await userEvent.click(entry('Paragraph'))
  expect(await page.body()).toBe(body.replace(/<ul>.*<\/ul>/s, '<p>one</p>\n<p>two</p>'))
})
