import type { Node } from 'prosemirror-model'
import { documentSchema } from '../schema.ts'
import type { InlineStyle } from './inline-style.ts'
import { printInline } from './print-inline.ts'

const { nodes } = documentSchema

/** Whether a cell holds one line of words and covers one column and row. */
function isPlainCell(cell: Node): boolean {
  const { colspan, rowspan, bag } = cell.attrs
  const only = cell.childCount === 1 ? cell.firstChild : null
  return colspan === 1 && rowspan === 1 && !bag && only?.type === nodes.paragraph && !only.attrs.bag
}

/** Whether Markdown can hold a row as it is. */
export const isPlainRow = (row: Node, isHeader: boolean): boolean =>
  !row.attrs.bag &&
  row.content.content.every(
    (cell) => cell.type === (isHeader ? nodes.tableHeader : nodes.tableCell) && isPlainCell(cell),
  )

/** Whether Markdown can hold a table: a header row, plain cells, and one alignment for each column. */
function isPlainTable(table: Node): boolean {
  const rows = table.content.content
  const [head] = rows
  if (!head || head.childCount === 0) return false
  const isAligned = (cell: Node, c: number) =>
    c < head.childCount && cell.attrs.align === head.child(c).attrs.align
  return rows.every((row, r) => isPlainRow(row, r === 0) && row.content.content.every(isAligned))
}

const printCell = (cell: Node, style: InlineStyle) =>
  printInline(cell.firstChild ?? cell, { ...style, cell: true, newline: null })

export const printRow = (row: Node, style: InlineStyle): string =>
  `| ${row.content.content.map((cell) => printCell(cell, style)).join(' | ')} |`

const signs: Readonly<Record<string, string>> = { left: ':---', right: '---:', center: ':---:' }

/** Writes a table anew; null where Markdown cannot hold it. */
export function printTable(table: Node, style: InlineStyle): string | null {
  if (!isPlainTable(table)) return null
  const [head, ...body] = table.content.content.map((row) => printRow(row, style))
  const columns = table.firstChild?.content.content ?? []
  const line = `| ${columns.map((cell) => signs[cell.attrs.align] ?? '---').join(' | ')} |`
  return [head, line, ...body].join('\n')
}
