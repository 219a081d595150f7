import { describe, test } from 'vitest'
import { setType } from './commands/block-types.ts'
import { toggleList } from './commands/list-commands.ts'
import { moveBlock } from './commands/move-block.ts'
import { expectEdit, run } from './testing/expect-edit.ts'

const two = '<p>First  line\nhere</p>\n<p>Second line</p>'

describe('paragraphs and headings', () => {
  test('typing changes its own words only', () =>
    expectEdit(
      two,
      async (page) => {
        page.behind('Second')
        await page.keys(' written')
      },
      '<p>First  line\nhere</p>\n<p>Second written line</p>',
    ))
  test('Enter splits, and the other half keeps its bytes', () =>
    expectEdit(
      two,
      async (page) => {
        page.behind('Second')
        await page.keys('{Enter}')
      },
      '<p>First  line\nhere</p>\n<p>Second</p>\n<p>line</p>',
    ))
  test('a heading with Isomer’s name “Heading 1” is an h2', () =>
    expectEdit(
      two,
      (page) => {
        page.behind('Second')
        run(page, setType('heading-1'))
      },
      '<p>First  line\nhere</p>\n<h2>Second line</h2>',
    ))
  test('## and a space begin one too', () =>
    expectEdit(
      two,
      async (page) => {
        page.before('Second')
        await page.keys('## ')
      },
      '<p>First  line\nhere</p>\n<h3>Second line</h3>',
    ))
  test('an empty page gets its first words', () =>
    expectEdit(
      '',
      async (page) => {
        page.editor.view.focus()
        await page.keys('Hello')
      },
      '<p>Hello</p>',
    ))
  test('a table at the end gets no paragraph behind it by being edited', () =>
    expectEdit(
      '<p>a</p>\n<table><tbody><tr><td><p>cell</p></td></tr></tbody></table>',
      async (page) => {
        page.behind('cell')
        await page.keys('s')
      },
      '<p>a</p>\n<table><tbody><tr><td><p>cells</p></td></tr></tbody></table>',
    ))
})

describe('marks and links', () => {
  test('bold', () =>
    expectEdit(
      two,
      async (page) => {
        page.mark('Second')
        await page.keys('{Control>}b{/Control}')
      },
      '<p>First  line\nhere</p>\n<p><strong>Second</strong> line</p>',
    ))
  test('typing over the first word of a link keeps the link', () =>
    expectEdit(
      '<p>See <a href="/x/" class="k">the other page</a> now</p>',
      async (page) => {
        page.mark('the')
        await page.keys('an')
      },
      '<p>See <a href="/x/" class="k">an other page</a> now</p>',
    ))
  test('typing over a whole link keeps the link', () =>
    expectEdit(
      '<p>See <a href="/x/">this</a> now</p>',
      async (page) => {
        page.mark('this')
        await page.keys('that')
      },
      '<p>See <a href="/x/">that</a> now</p>',
    ))
  test('typing behind a link does not grow it', () =>
    expectEdit(
      '<p>See <a href="/x/">this</a></p>',
      async (page) => {
        page.behind('this')
        await page.keys('.')
      },
      '<p>See <a href="/x/">this</a>.</p>',
    ))
  test('**words** become bold', () =>
    expectEdit(
      two,
      async (page) => {
        page.behind('Second')
        await page.keys(' **big**')
      },
      '<p>First  line\nhere</p>\n<p>Second <strong>big</strong> line</p>',
    ))
})

const list =
  '<ul data-tight="true" class="tight">\n<li>\n<p>one</p>\n</li>\n<li>\n<p>two</p>\n</li>\n</ul>'

describe('lists', () => {
  test('a paragraph becomes a bullet list in Isomer’s form', () =>
    expectEdit(
      two,
      (page) => {
        page.behind('Second')
        run(page, toggleList('bulletList'))
      },
      '<p>First  line\nhere</p>\n<ul data-tight="true" class="tight">\n<li>\n<p>Second line</p>\n</li>\n</ul>',
    ))
  test('Enter makes an item, Tab puts it inside', () =>
    expectEdit(
      list,
      async (page) => {
        page.behind('two')
        await page.keys('{Enter}three{Tab}')
      },
      '<ul data-tight="true" class="tight">\n<li>\n<p>one</p>\n</li>\n<li>\n<p>two</p>\n<ul data-tight="true" class="tight">\n<li>\n<p>three</p>\n</li>\n</ul>\n</li>\n</ul>',
    ))
  test('a bullet list becomes a numbered one and back', () =>
    expectEdit(
      list,
      (page) => {
        page.behind('two')
        run(page, toggleList('orderedList'))
      },
      '<ol data-tight="true" class="tight">\n<li>\n<p>one</p>\n</li>\n<li>\n<p>two</p>\n</li>\n</ol>',
    ))
  test('1. and a space begin a numbered list', () =>
    expectEdit(
      two,
      async (page) => {
        page.before('Second')
        await page.keys('4. ')
      },
      '<p>First  line\nhere</p>\n<ol start="4" data-tight="true" class="tight">\n<li>\n<p>Second line</p>\n</li>\n</ol>',
    ))
  test('items move', () =>
    expectEdit(
      list,
      (page) => {
        page.behind('two')
        run(page, moveBlock(-1))
      },
      list.replace('one', '*').replace('two', 'one').replace('*', 'two'),
    ))
})
