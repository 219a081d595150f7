import type { Node } from 'prosemirror-model'
import type { Bag } from './bag.ts'

/** The number of columns a table has by its first row. */
export const columnsOf = (table: Node) => {
  let columns = 0
  table.firstChild?.forEach((cell) => {
    columns += Number(cell.attrs.colspan)
  })
  return columns
}

/** Isomer writes a table's width from its columns; only that very form is followed. */
export function tableTag(now: Node, was: Node, bag: Bag): Bag {
  const [from, to] = [columnsOf(was), columnsOf(now)]
  if (from === to) return bag
  const attrs = bag.attrs.map(([name, value]) =>
    name === 'style' && value === `minWidth: ${25 * from}px`
      ? ([name, `minWidth: ${25 * to}px`] as const)
      : ([name, value] as const),
  )
  return { ...bag, attrs }
}

/** Adds or removes `<col>` elements when columns were added or removed. */
export function withColumns(inner: string, from: number, to: number): string {
  if (from === to) return inner
  return inner.replace(
    /(<colgroup\b[^>]*>)([\s\S]*?)(<\/colgroup>)/i,
    (all, open: string, cols: string, close: string) => {
      const parts = cols.match(/\s*<col\b[^>]*>/gi) ?? []
      if (parts.length !== from) return all
      const tail = cols.slice(parts.join('').length)
      const more = parts.at(-1)?.replace(/<col\b[^>]*>/i, '<col>') ?? '<col>'
      const wanted =
        to < from ? parts.slice(0, to) : [...parts, ...new Array<string>(to - from).fill(more)]
      return open + wanted.join('') + tail + close
    },
  )
}
