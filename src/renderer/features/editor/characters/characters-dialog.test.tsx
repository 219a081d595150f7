import { afterEach, expect, test } from 'vitest'
import { userEvent, page as window } from 'vitest/browser'
import { expectAccessible } from '../../../testing/expect-accessible.ts'
import { EditorDialogHost } from '../editor-dialog-host.tsx'
import { showDialog, useEditorDialogs } from '../editor-dialogs.ts'
import { linkForms } from '../links/link-range.ts'
import { showTools } from '../testing/show-tools.tsx'
import { characterGroups, fittingCharacters } from './special-characters.ts'

afterEach(() => useEditorDialogs.getState().close())

const body = '<p>From 8am <strong>to 5pm</strong></p>'
async function show() {
  const page = await showTools(body, (editor) => (
    <EditorDialogHost editor={editor} linkForm={() => linkForms.plain} mediaUrl={() => null} />
  ))
  page.behind('8am')
  page.run(showDialog('characters'))
  await expect.element(window.getByRole('textbox', { name: 'Search' })).toHaveFocus()
  return page
}

test('a sign is found by its name and put where the caret was', async () => {
  const page = await show()
  await expectAccessible()
  await userEvent.keyboard('en dash{Enter}')
  expect(await page.body()).toBe(body.replace('8am', '8am–'))
  expect(page.editor.view.hasFocus()).toBe(true)
})

test('arrows lead through the signs', async () => {
  const page = await show()
  await userEvent.keyboard('{Tab}{ArrowRight}{ArrowRight}')
  await expect.element(window.getByRole('button', { name: 'Ellipsis' })).toHaveFocus()
  await userEvent.keyboard('{ArrowDown}{ArrowUp}{Enter}')
  expect(await page.body()).toBe(body.replace('8am', '8am…'))
})

test('a space that does not break is kept as one', async () => {
  const page = await show()
  await userEvent.click(window.getByRole('button', { name: 'Space that does not break' }))
  expect(await page.body()).toBe(body.replace('8am', '8am&nbsp;'))
})

test('every sign has a name of its own', () => {
  const all = characterGroups.flatMap(({ characters }) => characters)
  expect(new Set(all.map(({ sign }) => sign)).size).toBe(all.length)
  expect(all.every(({ sign, name }) => [...sign].length === 1 && name.length > 0)).toBe(true)
  expect(fittingCharacters('€').flatMap((g) => g.characters.map(({ name }) => name))).toEqual([
    'Euro',
  ])
})
