import { toggleMark } from '@tiptap/pm/commands'
import { redo, redoDepth, undo, undoDepth } from '@tiptap/pm/history'
import type { Command, EditorState } from '@tiptap/pm/state'
import {
  Bold,
  Image,
  Italic,
  LayoutGrid,
  Link,
  List,
  ListOrdered,
  type LucideIcon,
  PanelTop,
  Quote,
  Redo2,
  Table,
  Undo2,
} from 'lucide-react'
import type { CommandId } from '../../../../shared/commands.ts'
import { closest } from '../commands/ancestors.ts'
import { clearFormatting } from '../commands/clear-formatting.ts'
import { insertDivider } from '../commands/divider.ts'
import { insertBlock } from '../commands/insert-block.ts'
import { listAround, toggleList } from '../commands/list-commands.ts'
import { newAccordion, newCards, newTable } from '../commands/new-blocks.ts'
import { quote } from '../commands/quote.ts'
import { showDialog } from '../editor-dialogs.ts'
import { canLink, linkRange } from '../links/link-range.ts'
import { markTypeOf } from '../schema/type-of.ts'

/** One tool of the page editor: what it does, and what it shows about the selection. */
export interface Tool {
  readonly label: string
  readonly icon: LucideIcon
  /** The command of the application that this tool carries out. */
  readonly command?: CommandId
  readonly run: Command
  readonly isOn?: (state: EditorState) => boolean
  readonly isPossible?: (state: EditorState) => boolean
}

const mark =
  (name: string): Command =>
  (state, dispatch) =>
    toggleMark(markTypeOf(state.schema, name))(state, dispatch)

function hasMark(state: EditorState, name: string): boolean {
  const { from, to, empty, $from } = state.selection
  const type = markTypeOf(state.schema, name)
  return empty
    ? type.isInSet(state.storedMarks ?? $from.marks()) !== undefined
    : state.doc.rangeHasMark(from, to, type)
}

const inList = (name: string) => (state: EditorState) => listAround(state)?.node.type.name === name

const bold: Tool = {
  label: 'Bold',
  icon: Bold,
  command: 'format.bold',
  run: mark('bold'),
  isOn: (state) => hasMark(state, 'bold'),
}
const italic: Tool = {
  label: 'Italic',
  icon: Italic,
  command: 'format.italic',
  run: mark('italic'),
  isOn: (state) => hasMark(state, 'italic'),
}
const link: Tool = {
  label: 'Link',
  icon: Link,
  command: 'format.link',
  run: showDialog('link'),
  isOn: (state) => linkRange(state).href !== null,
  isPossible: canLink,
}

/** The tools for a few words. */
export const wordTools: readonly Tool[] = [bold, italic, link]

/** The toolbar's buttons, in groups. */
export const toolGroups: readonly (readonly Tool[])[] = [
  wordTools,
  [
    {
      label: 'Bullet list',
      icon: List,
      command: 'format.bullet-list',
      run: toggleList('bulletList'),
      isOn: inList('bulletList'),
    },
    {
      label: 'Numbered list',
      icon: ListOrdered,
      command: 'format.ordered-list',
      run: toggleList('orderedList'),
      isOn: inList('orderedList'),
    },
    {
      label: 'Quote',
      icon: Quote,
      command: 'format.quote',
      run: quote,
      isOn: (state) => closest(state, ['blockquote']) !== null,
    },
  ],
  [
    { label: 'Insert image', icon: Image, command: 'insert.image', run: showDialog('image') },
    {
      label: 'Insert table',
      icon: Table,
      command: 'insert.table',
      run: insertBlock((schema) => newTable(schema)),
    },
    { label: 'Insert accordion', icon: PanelTop, run: insertBlock(newAccordion) },
    { label: 'Insert cards', icon: LayoutGrid, run: insertBlock(newCards) },
  ],
]

export const historyTools: readonly Tool[] = [
  {
    label: 'Undo',
    icon: Undo2,
    command: 'edit.undo',
    run: undo,
    isPossible: (state) => undoDepth(state) > 0,
  },
  {
    label: 'Redo',
    icon: Redo2,
    command: 'edit.redo',
    run: redo,
    isPossible: (state) => redoDepth(state) > 0,
  },
]

interface PlainTool {
  readonly label: string
  readonly run: Command
}

/** What else can be done to words, now and then. */
export const moreWordTools: readonly PlainTool[] = [
  { label: 'Underline', run: mark('underline') },
  { label: 'Strikethrough', run: mark('strike') },
  { label: 'Superscript', run: mark('superscript') },
  { label: 'Subscript', run: mark('subscript') },
  { label: 'Highlight', run: mark('highlight') },
  { label: 'Code', run: mark('code') },
  { label: 'Clear formatting', run: clearFormatting },
]

/** What is used now and then: behind one button. */
export const moreTools: readonly ('line' | PlainTool)[] = [
  ...moreWordTools,
  'line',
  { label: 'Task list', run: toggleList('taskList') },
  { label: 'Insert frame…', run: showDialog('frame') },
  { label: 'Insert divider', run: insertDivider },
  { label: 'Special characters…', run: showDialog('characters') },
]
