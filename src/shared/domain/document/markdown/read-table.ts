import type { Table, TableCell, TableRow } from 'mdast'
import type { Node } from 'prosemirror-model'
import { readInline } from './read-inline.ts'
import { type Kids, type MarkdownReader, makeNode, placeIn, refAt } from './reader.ts'

/** Where a cell's words stand; for an empty cell, a place between its bars. */
function insideOfCell(reader: MarkdownReader, cell: TableCell): readonly [number, number] {
  const [first, last] = [cell.children[0], cell.children.at(-1)]
  if (first && last) return [placeIn(first)[0], placeIn(last)[1]]
  const [s, e] = placeIn(cell)
  const blank = /^\|?[ \t]?/.exec(reader.text.slice(s, e))?.[0].length ?? 0
  return [s + blank, s + blank]
}

interface Row {
  readonly node: TableRow
  readonly table: Table
  readonly prefix: string
  readonly isHeader: boolean
}

function readRow(reader: MarkdownReader, { node, table, prefix, isHeader }: Row): Node {
  const row: Kids = { kids: [], ranges: [] }
  node.children.forEach((cell, i) => {
    const place = insideOfCell(reader, cell)
    const base = refAt(place, prefix)
    const content = readInline(reader, cell.children, prefix)
    const words = makeNode(reader, {
      type: 'paragraph',
      content,
      ref: { ...base, text: true, form: 'cell' },
    })
    const ref = { ...base, kids: [words], ranges: [[...place] as [number, number]] }
    const attrs = { align: table.align?.[i] ?? null }
    const type = isHeader ? 'tableHeader' : 'tableCell'
    row.kids.push(makeNode(reader, { type, attrs, content: [words], ref }))
    row.ranges.push([...place])
  })
  const ref = { ...refAt(placeIn(node), prefix), ...row }
  return makeNode(reader, { type: 'tableRow', content: row.kids, ref })
}

/** Reads a table with a header, as GitHub and kramdown write it. */
export function readTable(reader: MarkdownReader, node: Table, prefix: string): Node {
  const place = placeIn(node)
  const kids: Kids = { kids: [], ranges: [] }
  node.children.forEach((row, i) => {
    kids.kids.push(readRow(reader, { node: row, table: node, prefix, isHeader: i === 0 }))
    kids.ranges.push([...placeIn(row)])
  })
  const head = kids.ranges[0]?.[1] ?? place[0]
  const gap = reader.src.slice(head, kids.ranges[1]?.[0] ?? place[1])
  const delimiter = /^[^\n]*\n[^\n]*/.exec(gap)?.[0].replace(/\r$/, '') ?? gap
  const ref = { ...refAt(place, prefix), ...kids, delimiter }
  return makeNode(reader, { type: 'table', content: kids.kids, ref })
}
