import { CellSelection } from '@tiptap/pm/tables'
import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { alignColumns, tableCommands } from './commands/table-commands.ts'
import { expectEdit, onPage, run } from './testing/expect-edit.ts'
import type { WrittenPage } from './testing/write-page.ts'

type Tag = 'td' | 'th'
const cell = (tag: Tag, text: string, spans: readonly [number, number] = [1, 1]) =>
  `<${tag} rowspan="${spans[1]}" colspan="${spans[0]}">\n<p>${text}</p>\n</${tag}>`
const row = (...cells: string[]) => `<tr>\n${cells.join('\n')}\n</tr>`
const table = (columns: number, ...rows: string[]) =>
  `<table style="minWidth: ${25 * columns}px">\n<colgroup>${'\n<col>'.repeat(columns)}\n</colgroup>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`
const second = row(cell('td', 'c'), cell('td', 'd'))
const body = table(2, row(cell('th', 'a'), cell('th', 'b')), second)

/** Selects the cells from one text to another. */
function cells(page: WrittenPage, from: string, to: string): void {
  const at: Record<string, number> = {}
  page.editor.state.doc.descendants((node, pos) => {
    if (/^table(?:Cell|Header)$/.test(node.type.name)) at[node.textContent] = pos
  })
  const { tr, doc } = page.editor.state
  page.editor.view.dispatch(tr.setSelection(CellSelection.create(doc, at[from] ?? 0, at[to] ?? 0)))
  page.editor.view.focus()
}

describe('in Isomer’s tables', () => {
  test('the header row goes and comes', () =>
    expectEdit(
      body,
      (page) => {
        page.behind('a')
        run(page, tableCommands.headerRow)
      },
      table(2, row(cell('td', 'a'), cell('td', 'b')), second),
    ))
  test('a header column comes', () =>
    expectEdit(
      body,
      (page) => {
        page.behind('c')
        run(page, tableCommands.headerColumn)
      },
      table(2, row(cell('th', 'a'), cell('th', 'b')), row(cell('th', 'c'), cell('td', 'd'))),
    ))
  test('cells are joined and split', async () => {
    const page = await onPage(body)
    cells(page, 'c', 'd')
    run(page, tableCommands.merge)
    expect(await page.body()).toBe(
      table(
        2,
        row(cell('th', 'a'), cell('th', 'b')),
        row('<td rowspan="1" colspan="2">\n<p>c</p>\n<p>d</p>\n</td>'),
      ),
    )
    page.behind('c')
    run(page, tableCommands.split)
    expect(await page.body()).toBe(
      table(
        2,
        row(cell('th', 'a'), cell('th', 'b')),
        row('<td rowspan="1" colspan="1">\n<p>c</p>\n<p>d</p>\n</td>', cell('td', '')),
      ),
    )
  })
  test('rows and columns come before the cell in hand, and go', () =>
    expectEdit(
      body,
      (page) => {
        page.behind('c')
        run(page, tableCommands.rowAbove)
        page.behind('c')
        run(page, tableCommands.columnBefore)
        page.behind('d')
        run(page, tableCommands.deleteColumn)
      },
      table(
        2,
        row(cell('th', ''), cell('th', 'a')),
        row(cell('td', ''), cell('td', '')),
        row(cell('td', ''), cell('td', 'c')),
      ),
    ))
  test('a row goes; its neighbours keep their bytes', () =>
    expectEdit(
      body,
      (page) => {
        page.behind('a')
        run(page, tableCommands.deleteRow)
      },
      table(2, second),
    ))
  test('several cells at once are emptied, not taken out', () =>
    expectEdit(
      body,
      async (page) => {
        cells(page, 'a', 'b')
        await page.keys('{Delete}')
      },
      table(2, row(cell('th', ''), cell('th', '')), second),
    ))
})

describe('the caret in Isomer’s tables', () => {
  test.each([
    ['rowBelow', 2, row(cell('td', 'x'), cell('td', ''))],
    ['rowAbove', 1, row(cell('td', 'x'), cell('td', ''))],
  ] as const)('%s: what is typed next is in its first cell', async (name, at, made) => {
    const page = await onPage(body)
    page.behind('d')
    run(page, tableCommands[name])
    page.editor.commands.insertContent('x')
    const rows = [row(cell('th', 'a'), cell('th', 'b')), second]
    rows.splice(at, 0, made)
    expect(await page.body()).toBe(table(2, ...rows))
  })
  test('what is typed next after a new column is in it', async () => {
    const page = await onPage(body)
    page.behind('c')
    run(page, tableCommands.columnAfter)
    page.editor.commands.insertContent('x')
    expect(page.editor.state.doc.textContent).toBe('abcxd')
  })
  test('Tab goes to the end of the next cell and types over nothing; behind the last it begins a row', async () => {
    const page = await onPage(body)
    page.behind('a')
    for (const [key, text] of [
      ['{Tab}', 'x'],
      ['{Tab}', 'y'],
      ['{Shift>}{Tab}{/Shift}', 'z'],
    ] as const) {
      await userEvent.keyboard(key)
      page.editor.commands.insertContent(text)
    }
    expect(page.editor.state.doc.textContent).toBe('abxzcyd')
    page.behind('d')
    await userEvent.keyboard('{Tab}')
    page.editor.commands.insertContent('n')
    expect(page.editor.state.doc.textContent).toBe('abxzcydn')
  })
})

describe('of Isomer’s tables', () => {
  test('the whole table goes', () =>
    expectEdit(
      `<p>x</p>\n${body}\n<p>y</p>`,
      (page) => {
        page.behind('c')
        run(page, tableCommands.deleteTable)
      },
      '<p>x</p>\n<p>y</p>',
    ))
  test('alignment is not offered: Isomer would drop it', async () => {
    const page = await onPage(body)
    page.behind('c')
    expect(page.run(alignColumns('right'))).toBe(false)
  })
})

describe('in Markdown', () => {
  const written = '| a | b |\n| --- | --- |\n| c | d |\n'
  test('a column is aligned', async () => {
    const page = await onPage(written, 'markdown')
    page.behind('d')
    run(page, alignColumns('right'))
    expect(await page.body()).toBe('| a | b |\n| --- | ---: |\n| c | d |\n')
  })
  test('a row is added by Tab', async () => {
    const page = await onPage(written, 'markdown')
    page.behind('d')
    await page.keys('{Tab}e{Tab}f')
    expect(await page.body()).toBe(`${written}| e | f |\n`)
  })
})
