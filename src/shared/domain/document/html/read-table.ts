import type { Node } from 'prosemirror-model'
import { spanOf } from './open-tag.ts'
import { container } from './read-container.ts'
import {
  add,
  type Kids,
  make,
  NotHeld,
  noKids,
  onlyElements,
  placeOf,
  type Reader,
  rangeOf,
} from './reader.ts'
import { attributeOf, type Element } from './tree.ts'

function readCell(reader: Reader, cell: Element): Node {
  if (cell.tagName !== 'td' && cell.tagName !== 'th') throw new NotHeld('Table with loose parts')
  const attrs = {
    colspan: spanOf(attributeOf(cell, 'colspan')),
    rowspan: spanOf(attributeOf(cell, 'rowspan')),
  }
  return container(reader, cell, cell.tagName === 'td' ? 'tableCell' : 'tableHeader', attrs)
}

function readRow(reader: Reader, row: Element): Node {
  const place = placeOf(row)
  const kids = noKids()
  for (const cell of onlyElements(row)) add(kids, readCell(reader, cell), rangeOf(cell))
  const ref = { ...place, ...kids }
  return make(reader, { type: 'tableRow', element: row, content: kids.kids, ref })
}

/** Rows of a table or of a part of it; what stands between them (captions, columns) stays where it is. */
function readRows(reader: Reader, parent: Element, kids: Kids): void {
  for (const child of onlyElements(parent)) {
    if (child.tagName === 'tr') add(kids, readRow(reader, child), rangeOf(child))
    else if (/^(tbody|thead|tfoot)$/.test(child.tagName)) readRows(reader, child, kids)
    else if (!/^(colgroup|col|caption)$/.test(child.tagName))
      throw new NotHeld('Table with loose parts')
  }
}

/** A table. Its `<thead>`, `<colgroup>`, `<caption>` and the like are no nodes: they stay in the gaps. */
export function readTable(reader: Reader, element: Element): Node {
  const place = placeOf(element)
  const kids = noKids()
  readRows(reader, element, kids)
  if (kids.kids.length === 0) throw new NotHeld('Empty table')
  return make(reader, { type: 'table', element, content: kids.kids, ref: { ...place, ...kids } })
}
