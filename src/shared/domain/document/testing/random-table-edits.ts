import type { Node } from 'prosemirror-model'
import type { Transform } from 'prosemirror-transform'
import { documentSchema } from '../schema.ts'
import type { Random } from './random.ts'

const { nodes } = documentSchema

/** Tables whose every row has the same number of cells and no spans. */
function plainTables(doc: Node): { node: Node; pos: number; columns: number }[] {
  const out: { node: Node; pos: number; columns: number }[] = []
  doc.descendants((node, pos) => {
    if (node.type !== nodes.table) return
    const columns = node.firstChild?.childCount ?? 0
    let plain = columns > 0
    node.forEach((row) => {
      plain &&= row.childCount === columns
      row.forEach((cell) => {
        plain &&= cell.attrs.colspan === 1 && cell.attrs.rowspan === 1
      })
    })
    if (plain) out.push({ node, pos, columns })
  })
  return out
}

const emptyCell = (like: Node | null | undefined) =>
  (like?.type ?? nodes.tableCell).create(null, nodes.paragraph.create())

function addRow(tr: Transform, random: Random): boolean {
  const table = random.pick(plainTables(tr.doc))
  if (!table) return false
  const index = random.below(table.node.childCount + 1)
  let at = table.pos + 1
  for (let i = 0; i < index; i++) at += table.node.child(i).nodeSize
  const cells = Array.from({ length: table.columns }, () => emptyCell(null))
  tr.insert(at, nodes.tableRow.create(null, cells))
  return true
}

/** Calls back with the position of a column's cell in each row, last row first, so that positions stay good. */
function inColumn(
  table: { node: Node; pos: number },
  column: number,
  act: (pos: number, cell: Node | null) => void,
) {
  const places: [number, Node | null][] = []
  let rowAt = table.pos + 1
  table.node.forEach((row) => {
    let at = rowAt + 1
    for (let c = 0; c < column && c < row.childCount; c++) at += row.child(c).nodeSize
    places.push([at, row.maybeChild(column)])
    rowAt += row.nodeSize
  })
  for (const [at, cell] of places.reverse()) act(at, cell)
}

function addColumn(tr: Transform, random: Random): boolean {
  const table = random.pick(plainTables(tr.doc))
  if (!table) return false
  const column = random.below(table.columns + 1)
  inColumn(table, column, (at, cell) => tr.insert(at, emptyCell(cell)))
  return true
}

function deleteColumn(tr: Transform, random: Random): boolean {
  const table = random.pick(plainTables(tr.doc).filter((t) => t.columns > 1))
  if (!table) return false
  inColumn(table, random.below(table.columns), (at, cell) => {
    if (cell) tr.delete(at, at + cell.nodeSize)
  })
  return true
}

function toggleHeader(tr: Transform, random: Random): boolean {
  const table = random.pick(plainTables(tr.doc))
  if (!table) return false
  let at = table.pos + 2
  table.node.firstChild?.forEach((cell) => {
    const type = cell.type === nodes.tableHeader ? nodes.tableCell : nodes.tableHeader
    tr.setNodeMarkup(at, type, cell.attrs)
    at += cell.nodeSize
  })
  return true
}

function mergeCells(tr: Transform, random: Random): boolean {
  const table = random.pick(plainTables(tr.doc).filter((t) => t.columns > 1))
  const row = table?.node.firstChild
  const [first, second] = [row?.maybeChild(0), row?.maybeChild(1)]
  if (!table || !first || !second) return false
  const at = table.pos + 2
  const merged = first.type.create(
    { ...first.attrs, colspan: 2 },
    first.content.append(second.content),
  )
  tr.replaceWith(at, at + first.nodeSize + second.nodeSize, merged)
  return true
}

/** Edits of tables, by name. */
export const tableEdits = { addRow, addColumn, deleteColumn, toggleHeader, mergeCells }
