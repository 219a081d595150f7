import { TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { insertBlock } from './commands/insert-block.ts'
import { newCards } from './commands/new-blocks.ts'
import { turnsFor } from './commands/turn-into.ts'
import { expectEdit, onPage, run } from './testing/expect-edit.ts'
import { pasteInto } from './testing/paste-into.ts'

test('in Markdown a heading has as many signs as were typed', async () => {
  const page = await onPage('One\n\nTwo\n', 'markdown')
  page.before('Two')
  await page.keys('## ')
  expect(await page.body()).toBe('One\n\n## Two\n')
})

test('a box makes a task, of a paragraph and of the item it is typed in', async () => {
  const page = await onPage('One\n\nTwo\n', 'markdown')
  page.behind('Two')
  await page.keys('{Enter}- [[ ] buy ink')
  expect(await page.body()).toMatch(/^One\n\nTwo\n\n[-*] \[ \] buy ink\n$/)
})

test('the words a new card begins with are typed over', async () => {
  const page = await onPage('<p>One</p>')
  page.behind('One')
  run(page, insertBlock(newCards))
  const { selection, doc } = page.editor.state
  expect(selection).toBeInstanceOf(TextSelection)
  expect(doc.textBetween(selection.from, selection.to)).toBe('This is a title for your card')
})

test('a block that was turned into another is not selected: what is typed next is added', () =>
  expectEdit(
    '<p>One two</p>\n<p>Three</p>',
    async (page) => {
      const heading = turnsFor('paragraph', 0).find(({ label }) => label === 'Heading 1')
      if (heading) run(page, heading.run)
      page.editor.view.focus()
      await page.keys('x')
    },
    '<h2>One twox</h2>\n<p>Three</p>',
  ))

test('a pasted list before an aligned table is kept in an HTML page', async () => {
  const page = await onPage('<p>One</p>\n<p></p>\n<p>Last</p>')
  page.behind('One')
  await page.keys('{Enter}')
  pasteInto(page, { 'text/plain': '1. x\n2. y\n\n| h1 | h2 |\n| :-- | --: |\n| 1 | 2 |' })
  expect(await page.body()).toContain('<p>h2</p>')
})
