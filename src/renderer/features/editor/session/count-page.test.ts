import { expect, test } from 'vitest'
import { onPage } from '../testing/expect-edit.ts'
import { countPage } from './count-page.ts'

test('counts the page, and what is selected of it', async () => {
  const page = await onPage('<h2>One two</h2>\n<p>three  four&nbsp;five</p>\n<p>公園の海</p>')
  page.behind('One')
  expect(countPage(page.editor.state)).toMatchObject({ selected: null })
  expect(countPage(page.editor.state).page).toMatchObject({ characters: 26, withoutSpaces: 23 })
  page.mark('three')
  expect(countPage(page.editor.state).selected).toEqual({
    words: 1,
    characters: 5,
    withoutSpaces: 5,
  })
})
