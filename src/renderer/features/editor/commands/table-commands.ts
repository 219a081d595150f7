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
  splitCell,
  toggleHeader,
} from '@tiptap/pm/tables'

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
