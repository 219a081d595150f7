import { type Command, Selection, type Transaction } from '@tiptap/pm/state'
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
  TableMap,
  type TableRect,
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

/** Row and column of a new cell, given those of the cells at hand. */
type NewCell = (at: TableRect) => readonly [row: number, column: number]

/** Adds a row or column and goes into it: what is typed next is meant for it. */
const addAndEnter = (add: Command, newCell: NewCell): Command =>
  onEvenTable((state, dispatch, view) => {
    if (!dispatch || !isInTable(state)) return add(state, dispatch, view)
    const rect = selectedRect(state)
    const enter = (tr: Transaction) => {
      const table = tr.doc.nodeAt(rect.tableStart - 1)
      const [row, column] = newCell(rect)
      const map = table && TableMap.get(table)
      const cell = map?.map[row * map.width + column]
      if (cell !== undefined)
        tr.setSelection(Selection.near(tr.doc.resolve(rect.tableStart + cell + 1)))
      dispatch(tr.scrollIntoView())
    }
    return add(state, enter, view)
  })

export const tableCommands = {
  rowAbove: addAndEnter(addRowBefore, ({ top }) => [top, 0]),
  rowBelow: addAndEnter(addRowAfter, ({ bottom }) => [bottom, 0]),
  columnBefore: addAndEnter(addColumnBefore, ({ top, left }) => [top, left]),
  columnAfter: addAndEnter(addColumnAfter, ({ top, right }) => [top, right]),
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

/** To the end of the next cell or the one before: a whole cell that is selected would be typed over. */
export const stepCell =
  (direction: 1 | -1): Command =>
  (state, dispatch, view) => {
    const go = (tr: Transaction) => {
      const end = Selection.near(tr.doc.resolve(tr.selection.to), -1)
      dispatch?.(tr.setSelection(end).scrollIntoView())
    }
    return goToNextCell(direction)(state, dispatch && go, view)
  }

/** Tab in the last cell begins a new row; in others it goes to the next cell. */
export const nextCell: Command = (state, dispatch, view) =>
  stepCell(1)(state, dispatch, view) ||
  (isInTable(state) && tableCommands.rowBelow(state, dispatch, view))
