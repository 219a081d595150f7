import { undo } from '@tiptap/pm/history'
import { expect, test } from 'vitest'
import { userEvent, page as window } from 'vitest/browser'
import { expectAccessible } from '../../../testing/expect-accessible.ts'
import { useEditorDialogs } from '../editor-dialogs.ts'
import { showTools } from '../testing/show-tools.tsx'
import { SlashMenu } from './slash-menu.tsx'

const body = '<p>First  line\nhere</p>\n<p>Second line</p>'
const list = () => window.getByRole('listbox', { name: 'Insert a block' })

async function show(text = body, behind = 'here') {
  const page = await showTools(text, (editor) => <SlashMenu editor={editor} />)
  page.behind(behind)
  return page
}

test('a slash at the start of a paragraph lists the blocks; what is typed narrows them', async () => {
  const page = await show()
  await page.keys('{Enter}/')
  await expect.element(list()).toBeVisible()
  expect(list().getByRole('option').elements().length).toBe(14)
  await expectAccessible(page.sheet)
  await page.keys('num')
  expect(
    list()
      .getByRole('option')
      .elements()
      .map((row) => row.textContent),
  ).toEqual(['Numbered list'])
  expect(page.editor.view.dom.getAttribute('aria-activedescendant')).toBe('page-slash-0')
  await page.keys('{Enter}one')
  expect(await page.body()).toBe(
    body.replace(
      '\n<p>Second',
      '\n<ol data-tight="true" class="tight">\n<li>\n<p>one</p>\n</li>\n</ol>\n<p>Second',
    ),
  )
  expect(page.editor.view.dom.hasAttribute('aria-activedescendant')).toBe(false)
  while (page.run(undo));
  expect(await page.body()).toBe(body)
})

test('arrows and the pointer choose, too', async () => {
  const page = await show()
  await page.keys('{Enter}/heading{ArrowDown}{Enter}Title')
  expect(await page.body()).toBe(body.replace('\n<p>Second', '\n<h3>Title</h3>\n<p>Second'))
  await page.keys('{Enter}/')
  await userEvent.click(list().getByRole('option', { name: 'Divider' }))
  expect(await page.body()).toBe(body.replace('\n<p>Second', '\n<h3>Title</h3>\n<hr>\n<p>Second'))
})

test('Escape leaves the slash as typed', async () => {
  const page = await show()
  await page.keys('{Enter}/co{Escape}{Enter}')
  await expect.element(list()).not.toBeInTheDocument()
  expect(await page.body()).toBe(body.replace('\n<p>Second', '\n<p>/co</p>\n<p></p>\n<p>Second'))
})

test('a slash behind a space begins a block behind the words', async () => {
  const page = await show()
  await page.keys(' /divi')
  await expect.element(list()).toBeVisible()
  await page.keys('{Enter}')
  expect(await page.body()).toBe(body.replace('\n<p>Second', '\n<hr>\n<p>Second'))
})

test('a page offers what its format can hold', async () => {
  const rows = () =>
    list()
      .getByRole('option')
      .elements()
      .map((row) => row.textContent)
  const html = await show()
  await html.keys('{Enter}/')
  expect(rows()).not.toContain('Footnote')
  expect(rows()).not.toContain('Definition list')
  html.close()
  const page = await showTools('First', (editor) => <SlashMenu editor={editor} />, 'markdown')
  page.behind('First')
  await page.keys(' /')
  expect(rows()).toContain('Definition list')
  await page.keys('foot{Enter}Said in 1998.')
  expect(await page.body()).toBe('First[^1]\n\n[^1]: Said in 1998.')
})

test('a slash elsewhere is only a slash', async () => {
  const page = await show()
  await page.keys('/or')
  await expect.element(list()).not.toBeInTheDocument()
  await page.keys('{Enter}/ and')
  await expect.element(list()).not.toBeInTheDocument()
  expect(await page.body()).toBe(body.replace('here</p>', 'here/or</p>\n<p>/ and</p>'))
})

test('what asks for more opens its dialog, and the slash is gone', async () => {
  const page = await show()
  await page.keys('{Enter}/photo{Enter}')
  expect(useEditorDialogs.getState().open).toBe('image')
  useEditorDialogs.getState().close()
  expect(await page.body()).toBe(body.replace('\n<p>Second', '\n<p></p>\n<p>Second'))
})

test('no accordion is offered in an accordion', async () => {
  const page = await show(
    '<div data-type="detailGroup" class="isomer-accordion isomer-accordion-white">\n<details class="isomer-details">\n<summary>q</summary>\n<div data-type="detailsContent" class="isomer-details-content">\n<p>a</p>\n</div>\n</details>\n</div>',
    'a',
  )
  await page.keys('{Enter}/')
  await expect.element(list()).toBeVisible()
  await expect.element(list().getByRole('option', { name: 'Accordion' })).not.toBeInTheDocument()
  await expect.element(list().getByRole('option', { name: 'Table' })).toBeInTheDocument()
})
