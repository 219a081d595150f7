import type { Command } from '@tiptap/pm/state'
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  fixTables,
  goToNextCell,
  isInTable,
  mergeCells,
  selectedRect,
  splitCell,
  toggleHeader,
} from '@tiptap/pm/tables'
import { formatOf } from '../session/page-format.ts'

/** Changing a table's rows and columns needs an even one: uneven rows are filled up first, in the same step back. */
const onEvenTable =
  (command: Command): Command =>
  (state, dispatch, view) => {
    if (!isInTable(state)) return false
    const even = fixTables(state)
    if (!even) return command(state, dispatch, view)
    if (!dispatch) return command(state.apply(even), undefined, view)
    dispatch(even)
    return view ? command(view.state, view.dispatch, view) : false
  }

export const tableCommands = {
  rowAbove: onEvenTable(addRowBefore),
  rowBelow: onEvenTable(addRowAfter),
  columnBefore: onEvenTable(addColumnBefore),
  columnAfter: onEvenTable(addColumnAfter),
  deleteRow: onEvenTable(deleteRow),
  deleteColumn: onEvenTable(deleteColumn),
  headerRow: onEvenTable(toggleHeader('row')),
  headerColumn: onEvenTable(toggleHeader('column')),
  merge: onEvenTable(mergeCells),
  split: onEvenTable(splitCell),
  deleteTable,
} satisfies Readonly<Record<string, Command>>

export type Alignment = 'left' | 'center' | 'right'

/** Aligns whole columns: Markdown has one alignment for each column, and Isomer's HTML has none. */
export function alignColumns(align: Alignment): Command {
  return (state, dispatch) => {
    if (!isInTable(state) || formatOf(state) !== 'markdown') return false
    const { map, table, tableStart, left, right } = selectedRect(state)
    const { tr } = state
    for (const at of map.cellsInRect({ left, right, top: 0, bottom: map.height })) {
      const now = table.nodeAt(at)?.attrs.align
      if (now !== align) tr.setNodeAttribute(tableStart + at, 'align', align)
    }
    if (tr.steps.length === 0) return false
    dispatch?.(tr)
    return true
  }
}

/** Tab in the last cell begins a new row; in others it goes to the next cell. */
export const nextCell: Command = (state, dispatch, view) => {
  if (goToNextCell(1)(state, dispatch, view)) return true
  if (!isInTable(state) || !tableCommands.rowBelow(state, undefined, view)) return false
  if (dispatch && view) {
    tableCommands.rowBelow(state, dispatch, view)
    goToNextCell(1)(view.state, view.dispatch, view)
  }
  return true
}
