import { type Command, type EditorState, NodeSelection } from '@tiptap/pm/state'
import { isInTable } from '@tiptap/pm/tables'
import { closest } from '../commands/ancestors.ts'
import { cardProblem } from '../commands/card-limits.ts'
import { addItem, isGreyAccordion, switchAccordionColour } from '../commands/item-commands.ts'
import { deleteBlock, duplicateBlock, moveBlock } from '../commands/move-block.ts'
import { type Alignment, alignColumns, tableCommands } from '../commands/table-commands.ts'
import { showDialog } from '../editor-dialogs.ts'
import { removeCardImage, whereBare } from '../images/card-image.ts'
import { changeImage } from '../images/image-commands.ts'
import { editLockedSource } from '../locked/locked-view.ts'
import { formatOf, type PageFormat } from '../session/page-format.ts'

interface BarAction {
  readonly label: string
  readonly run: Command
  readonly danger?: boolean
  /** Set for what is on or off. */
  readonly isOn?: (state: EditorState) => boolean
  /** The only kind of page that can hold it. */
  readonly only?: PageFormat
}

/** The tools for one kind of block: some as buttons, the rest behind one. */
export interface Bar {
  readonly label: string
  readonly buttons: readonly BarAction[]
  readonly more: readonly ('line' | BarAction)[]
}

const asBlock: readonly ('line' | BarAction)[] = [
  { label: 'Move up', run: moveBlock(-1) },
  { label: 'Move down', run: moveBlock(1) },
  { label: 'Duplicate', run: duplicateBlock() },
  'line',
  { label: 'Delete', run: deleteBlock(), danger: true },
]

const width = (label: string, value: string): BarAction => ({
  label,
  run: changeImage({ width: value }),
})

const align = (label: string, to: Alignment): BarAction => ({
  label,
  run: alignColumns(to),
  only: 'markdown',
})

const bars = {
  image: {
    label: 'Image',
    buttons: [
      { label: 'Replace…', run: showDialog('image') },
      { label: 'Alt text…', run: showDialog('alt-text') },
      { label: 'Link…', run: showDialog('block-link') },
    ],
    more: [
      width('Quarter width', '25%'),
      width('Half width', '50%'),
      width('Three quarters', '75%'),
      width('Full width', '100%'),
      'line',
      ...asBlock,
    ],
  },
  table: {
    label: 'Table',
    buttons: [
      { label: 'Add row', run: tableCommands.rowBelow },
      { label: 'Add column', run: tableCommands.columnAfter },
    ],
    more: [
      { label: 'Row above', run: tableCommands.rowAbove },
      { label: 'Column before', run: tableCommands.columnBefore },
      { label: 'Header row', run: tableCommands.headerRow },
      { label: 'Header column', run: tableCommands.headerColumn },
      { label: 'Join cells', run: tableCommands.merge },
      { label: 'Split cell', run: tableCommands.split },
      'line',
      align('Align column left', 'left'),
      align('Align column centre', 'center'),
      align('Align column right', 'right'),
      'line',
      { label: 'Delete row', run: tableCommands.deleteRow, danger: true },
      { label: 'Delete column', run: tableCommands.deleteColumn, danger: true },
      { label: 'Delete table', run: tableCommands.deleteTable, danger: true },
    ],
  },
  details: {
    label: 'Accordion item',
    buttons: [{ label: 'Add item', run: addItem }],
    more: [
      { label: 'Grey background', run: switchAccordionColour, isOn: isGreyAccordion },
      'line',
      ...asBlock,
    ],
  },
  card: {
    label: 'Card',
    buttons: [
      { label: 'Add card', run: addItem },
      { label: 'Link…', run: showDialog('block-link') },
    ],
    more: [
      { label: 'Add image…', run: whereBare(showDialog('image')) },
      { label: 'Remove image', run: removeCardImage },
      'line',
      ...asBlock,
    ],
  },
  iframe: {
    label: 'Frame',
    buttons: [{ label: 'Change…', run: showDialog('frame') }],
    more: asBlock,
  },
  opaque: {
    label: 'Locked block',
    buttons: [],
    more: [{ label: 'Edit source', run: editLockedSource }, 'line', ...asBlock],
  },
  block: { label: 'Block', buttons: [], more: asBlock },
} as const satisfies Readonly<Record<string, Bar>>

export type BarKind = keyof typeof bars
export const barOf = (kind: BarKind): Bar => bars[kind]

/** A bar's further tools, without those that the page cannot hold and the lines they leave. */
export function moreOf({ more }: Bar, state: EditorState): readonly ('line' | BarAction)[] {
  const format = formatOf(state)
  return more
    .filter((action) => action === 'line' || !action.only || action.only === format)
    .filter((action, i, all) => action !== 'line' || (i > 0 && all[i - 1] !== 'line'))
}

/** What the bar says about its block beside the tools. */
export const barNote = (state: EditorState): string | null => cardProblem(state)

/** Which block the selection asks tools for, and where it stands; null where there is none. */
export function barTarget(state: EditorState): { kind: BarKind; pos: number } | null {
  const { selection } = state
  if (selection instanceof NodeSelection && selection.node.isBlock) {
    const { name } = selection.node.type
    const own = ['image', 'iframe', 'opaque'] as const
    const kind = own.find((one) => one === name) ?? 'block'
    return { kind, pos: selection.from }
  }
  if (isInTable(state)) {
    const table = closest(state, ['table'])
    return table && { kind: 'table', pos: table.pos }
  }
  const part = closest(state, ['details', 'card'])
  return part && { kind: part.node.type.name === 'card' ? 'card' : 'details', pos: part.pos }
}
