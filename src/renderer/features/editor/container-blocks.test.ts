import { describe, expect, test } from 'vitest'
import { cardProblem } from './commands/card-limits.ts'
import { insertBlock } from './commands/insert-block.ts'
import { addItem, setAccordionColour } from './commands/item-commands.ts'
import { deleteBlock, duplicateBlock, moveBlock } from './commands/move-block.ts'
import { newAccordion, newCards, newTable } from './commands/new-blocks.ts'
import { insertDefinitions } from './commands/notes.ts'
import { tableCommands } from './commands/table-commands.ts'
import { expectEdit, onPage, run } from './testing/expect-edit.ts'

const table =
  '<table style="minWidth: 50px">\n<colgroup>\n<col>\n<col>\n</colgroup>\n<tbody>\n<tr>\n<th rowspan="1" colspan="1">\n<p>a</p>\n</th>\n<th rowspan="1" colspan="1">\n<p>b</p>\n</th>\n</tr>\n<tr>\n<td rowspan="1" colspan="1">\n<p>c</p>\n</td>\n<td rowspan="1" colspan="1">\n<p>d</p>\n</td>\n</tr>\n</tbody>\n</table>'
const emptyCell = '<td rowspan="1" colspan="1">\n<p></p>\n</td>'

describe('tables', () => {
  test('a new one has Isomer’s form', async () => {
    const page = await onPage('<p>x</p>')
    page.behind('x')
    run(
      page,
      insertBlock((schema) => newTable(schema, 2, 2)),
    )
    await page.keys('Head')
    expect(await page.body()).toBe(
      `<p>x</p>\n${table.replace('<p>a</p>', '<p>Head</p>').replace(/<p>[bcd]<\/p>/g, '<p></p>')}`,
    )
  })
  test('a row is added and its neighbours keep their bytes', () =>
    expectEdit(
      table,
      (page) => {
        page.behind('d')
        run(page, tableCommands.rowBelow)
      },
      table.replace('\n</tbody>', `\n<tr>\n${emptyCell}\n${emptyCell}\n</tr>\n</tbody>`),
    ))
  test('a column goes, with its col and its share of the width', () =>
    expectEdit(
      table,
      (page) => {
        page.behind('d')
        run(page, tableCommands.deleteColumn)
      },
      table
        .replace('50px', '25px')
        .replace('<col>\n<col>', '<col>')
        .replace('\n<th rowspan="1" colspan="1">\n<p>b</p>\n</th>', '')
        .replace('\n<td rowspan="1" colspan="1">\n<p>d</p>\n</td>', ''),
    ))
  test('Tab goes on, and begins a row behind the last cell', () =>
    expectEdit(
      table,
      async (page) => {
        page.behind('d')
        await page.keys('{Tab}e')
      },
      table.replace(
        '\n</tbody>',
        `\n<tr>\n${emptyCell.replace('<p></p>', '<p>e</p>')}\n${emptyCell}\n</tr>\n</tbody>`,
      ),
    ))
  test('an uneven table stays as it is when a word in it changes', () =>
    expectEdit(
      '<table><tbody><tr><td><p>a</p></td><td><p>b</p></td></tr><tr><td><p>c</p></td></tr></tbody></table>',
      async (page) => {
        page.behind('c')
        await page.keys('!')
      },
      '<table><tbody><tr><td><p>a</p></td><td><p>b</p></td></tr><tr><td><p>c!</p></td></tr></tbody></table>',
    ))
})

const item = (title: string, text: string) =>
  `<details class="isomer-details">\n<summary>${title}</summary>\n<div data-type="detailsContent" class="isomer-details-content">\n<p>${text}</p>\n</div>\n</details>`
const accordion = (...items: string[]) =>
  `<div data-type="detailGroup" class="isomer-accordion isomer-accordion-white">\n${items.join('\n')}\n</div>`

describe('accordions', () => {
  test('a new one is typed title first, Enter leads in, two Enters lead out', async () => {
    const page = await onPage('<p>x</p>')
    page.behind('x')
    run(page, insertBlock(newAccordion))
    await page.keys('Question{Enter}Answer{Enter}{Enter}After')
    expect(await page.body()).toBe(
      `<p>x</p>\n${accordion(item('Question', 'Answer'))}\n<p>After</p>`,
    )
  })
  test('an item is added behind the one with the caret', () =>
    expectEdit(
      accordion(item('q', 'a'), item('r', 'b')),
      async (page) => {
        page.behind('q')
        run(page, addItem)
        await page.keys('new')
      },
      accordion(item('q', 'a'), item('new', ''), item('r', 'b')),
    ))
  test('items move and go', () =>
    expectEdit(
      accordion(item('q', 'a'), item('r', 'b'), item('s', 'c')),
      (page) => {
        page.behind('s')
        run(page, moveBlock(-1))
        page.behind('q')
        run(page, deleteBlock())
      },
      accordion(item('s', 'c'), item('r', 'b')),
    ))
  test('the last item takes the accordion along', () =>
    expectEdit(
      `<p>x</p>\n${accordion(item('q', 'a'))}`,
      (page) => {
        page.behind('q')
        run(page, deleteBlock())
      },
      '<p>x</p>',
    ))
  test('colour', () =>
    expectEdit(
      accordion(item('q', 'a')),
      (page) => {
        page.behind('q')
        run(page, setAccordionColour('gray'))
      },
      accordion(item('q', 'a')).replace('accordion-white', 'accordion-gray'),
    ))
})

describe('cards', () => {
  const card = (title: string) =>
    `<div class="isomer-card">\n<div class="isomer-card-body">\n<div class="isomer-card-title">${title}</div>\n<div class="isomer-card-description">text</div>\n</div>\n</div>`
  const grid = (...cards: string[]) => `<div class="isomer-card-grid">\n${cards.join('\n')}\n</div>`
  test('a new grid has three cards in Isomer’s form', async () => {
    const page = await onPage('<p>x</p>')
    page.behind('x')
    run(page, insertBlock(newCards))
    const text = await page.body()
    expect(text.match(/<div class="isomer-card">/g)).toHaveLength(3)
    expect(text).toContain(
      '<div class="isomer-card-title">This is a title for your card</div>\n<div class="isomer-card-description">This is body text for your card. Describe your card.</div>',
    )
  })
  test('a card is written, added, moved and deleted', () =>
    expectEdit(
      grid(card('one'), card('two')),
      async (page) => {
        page.behind('two')
        await page.keys('!')
        run(page, moveBlock(-1))
        run(page, duplicateBlock())
        page.behind('one')
        run(page, deleteBlock())
      },
      grid(card('two!'), card('two!')),
    ))
})

describe('blocks as one', () => {
  const locked = '<p>a</p>\n<script async src="https://x.example/e.js"></script>\n<p>b</p>'
  test('a locked block moves as it is', () =>
    expectEdit(
      locked,
      (page) => {
        page.pick('opaque')
        run(page, moveBlock(1))
      },
      '<p>a</p>\n<p>b</p>\n<script async src="https://x.example/e.js"></script>',
    ))
  test('a locked block goes as one', () =>
    expectEdit(
      locked,
      async (page) => {
        page.pick('opaque')
        await page.keys('{Delete}')
      },
      '<p>a</p>\n<p>b</p>',
    ))
  test('a divider', () =>
    expectEdit(
      '<p>First  line\nhere</p>\n<p>Second line</p>',
      async (page) => {
        page.behind('here')
        await page.keys('{Enter}---')
      },
      '<p>First  line\nhere</p>\n<hr>\n<p></p>\n<p>Second line</p>',
    ))
})

describe('limits of cards', () => {
  const card = (title: string, text = 'text') =>
    `<div class="isomer-card">\n<div class="isomer-card-body">\n<div class="isomer-card-title">${title}</div>\n<div class="isomer-card-description">${text}</div>\n</div>\n</div>`
  const grid = (...cards: string[]) => `<div class="isomer-card-grid">\n${cards.join('\n')}\n</div>`
  test('there are eighteen at most, and it is said', async () => {
    const page = await onPage(grid(...Array.from({ length: 17 }, (_, i) => card(`c${i}.`))))
    page.behind('c3.')
    expect(cardProblem(page.editor.state)).toBe(null)
    run(page, addItem)
    expect(cardProblem(page.editor.state)).toBe('18 of at most 18 cards')
    expect(page.run(addItem)).toBe(false)
  })
  test('a card needs a title, and its text is not too long', async () => {
    const page = await onPage(grid(card('', 'first'), card('b', 'x'.repeat(301))))
    page.behind('first')
    expect(cardProblem(page.editor.state)).toBe('A card needs a title')
    page.behind('xxx')
    expect(cardProblem(page.editor.state)).toBe('301 of 300 characters')
  })
})

describe('lists of terms', () => {
  test('Enter leads from a term to its meaning, on to the next term, and out', async () => {
    const page = await onPage('First\n', 'markdown')
    page.behind('First')
    run(page, insertDefinitions)
    await page.keys(
      'Ebb{Enter}Water goes.{Enter}{Enter}Flood{Enter}Water comes.{Enter}{Enter}{Enter}After',
    )
    const list = page.editor.state.doc.child(1)
    expect(list.toString()).toBe(
      'definitionList(definitionTerm("Ebb"), definitionDescription(paragraph("Water goes.")), definitionTerm("Flood"), definitionDescription(paragraph("Water comes.")))',
    )
    expect(page.editor.state.doc.child(2).textContent).toBe('After')
    expect(await page.body()).toMatch(
      /Ebb[\s\S]*Water goes\.[\s\S]*Flood[\s\S]*Water comes\.[\s\S]*After/,
    )
  })
})
