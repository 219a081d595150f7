import { expect, test } from 'vitest'
import { insertImage } from '../images/image-commands.ts'
import { expectEdit, onPage, run } from '../testing/expect-edit.ts'

const image =
  '<div class="isomer-image-wrapper">\n<img style="width: 100%" height="auto" width="100%" alt="a" src="/a.png">\n</div>'

test('a key right behind another one works on what is selected by then', async () => {
  const page = await onPage('<p>First words</p>')
  page.behind('First words')
  getSelection()?.modify('extend', 'backward', 'word')
  // Chromium tells of the selection a moment later; the key comes at once.
  page.editor.view.dom.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'b', ctrlKey: true, bubbles: true, cancelable: true }),
  )
  expect(await page.body()).toBe('<p>First <strong>words</strong></p>')
})

test('a letter in an empty block is in the block with the caret', () =>
  expectEdit(
    '<p></p>\n<p></p>\n<p>x</p>',
    async (page) => {
      page.before('x')
      await page.keys('{ArrowUp}ab')
    },
    '<p></p>\n<p>ab</p>\n<p>x</p>',
  ))

test('a new picture is selected; typing goes on behind it, and no picture is lost', () =>
  expectEdit(
    `<p>First</p>\n${image}`,
    async (page) => {
      page.behind('First')
      run(page, insertImage({ src: '/a.png', alt: 'a' }))
      expect(page.editor.state.selection.from).toBe(7)
      await page.keys('Words')
    },
    `<p>First</p>\n${image}\n<p>Words</p>\n${image}`,
  ))

test('Ctrl+Enter begins a paragraph behind a picture, too', () =>
  expectEdit(
    `${image}\n<p>x</p>`,
    async (page) => {
      page.pick('image')
      await page.keys('{Control>}{Enter}{/Control}Words')
    },
    `${image}\n<p>Words</p>\n<p>x</p>`,
  ))

test('with two pictures at the end, words and Enter stay behind the last one', () =>
  expectEdit(
    `<p>First</p>\n${image}`,
    async (page) => {
      page.behind('First')
      await page.keys('{ArrowDown}')
      const at = page.editor.state.doc.content.size
      page.editor.commands.insertContentAt(at, {
        type: 'image',
        attrs: { src: '/b.png', alt: 'b' },
      })
      page.editor.commands.setNodeSelection(at)
      page.editor.view.focus()
      await page.keys('one{Enter}two')
    },
    `<p>First</p>\n${image}\n${image.replaceAll('a.png', 'b.png').replace('"a"', '"b"')}\n<p>one</p>\n<p>two</p>`,
  ))

test('three dashes are a divider in an empty paragraph only, and writing goes on below it', async () => {
  const page = await onPage('<p>First</p>\n<p>Last</p>')
  page.before('First')
  await page.keys('---')
  expect(page.editor.state.doc.textContent).toBe('---FirstLast')
  page.behind('---First')
  await page.keys('{Enter}---below')
  expect(await page.body()).toBe('<p>---First</p>\n<hr>\n<p>below</p>\n<p>Last</p>')
})
