import type { Command, EditorState } from '@tiptap/pm/state'
import {
  BookA,
  Code,
  FileCode,
  Heading1,
  Heading2,
  Heading3,
  Image,
  LayoutGrid,
  List,
  ListOrdered,
  ListTodo,
  type LucideIcon,
  Minus,
  PanelTop,
  Quote,
  Superscript,
  Table,
} from 'lucide-react'
import { closest } from '../commands/ancestors.ts'
import { setType } from '../commands/block-types.ts'
import { insertDivider } from '../commands/divider.ts'
import { insertBlock } from '../commands/insert-block.ts'
import { toggleList } from '../commands/list-commands.ts'
import { newAccordion, newCards, newTable } from '../commands/new-blocks.ts'
import { insertDefinitions, insertFootnote } from '../commands/notes.ts'
import { quote } from '../commands/quote.ts'
import { showDialog } from '../editor-dialogs.ts'

/** One kind of block that can be begun where a slash was typed. */
export interface SlashBlock {
  readonly label: string
  readonly icon: LucideIcon
  /** Other words people look for it by. */
  readonly also: string
  readonly run: Command
}

/** Neither accordions nor cards stand inside one another, in Isomer's editor and on its sites. */
const notNested =
  (command: Command): Command =>
  (state, dispatch, view) =>
    closest(state, ['detailGroup', 'cards']) === null && command(state, dispatch, view)

const slashBlocks: readonly SlashBlock[] = [
  { label: 'Heading 1', icon: Heading1, also: 'h2 section', run: setType('heading-1') },
  { label: 'Heading 2', icon: Heading2, also: 'h3 section', run: setType('heading-2') },
  { label: 'Heading 3', icon: Heading3, also: 'h4 section', run: setType('heading-3') },
  { label: 'Bullet list', icon: List, also: 'ul points', run: toggleList('bulletList') },
  { label: 'Numbered list', icon: ListOrdered, also: 'ol steps', run: toggleList('orderedList') },
  { label: 'Task list', icon: ListTodo, also: 'check to-do', run: toggleList('taskList') },
  { label: 'Quote', icon: Quote, also: 'blockquote', run: quote },
  { label: 'Code block', icon: Code, also: 'pre', run: setType('code') },
  { label: 'Image…', icon: Image, also: 'picture photo', run: showDialog('image') },
  { label: 'Table', icon: Table, also: 'rows columns', run: insertBlock((s) => newTable(s)) },
  {
    label: 'Accordion',
    icon: PanelTop,
    also: 'details fold questions faq',
    run: notNested(insertBlock(newAccordion)),
  },
  {
    label: 'Cards',
    icon: LayoutGrid,
    also: 'grid tiles',
    run: notNested(insertBlock(newCards)),
  },
  {
    label: 'Divider',
    icon: Minus,
    also: 'line rule hr',
    run: insertDivider,
  },
  {
    label: 'Frame…',
    icon: FileCode,
    also: 'video youtube map form embed iframe',
    run: showDialog('frame'),
  },
  { label: 'Footnote', icon: Superscript, also: 'note reference', run: insertFootnote },
  {
    label: 'Definition list',
    icon: BookA,
    also: 'dl terms glossary',
    run: insertDefinitions,
  },
]

/** The blocks that fit what was typed behind the slash and may stand there: names first, other words after them. */
export function fittingBlocks(state: EditorState, typed: string): readonly SlashBlock[] {
  const words = typed.toLowerCase()
  const starts = (text: string) =>
    text
      .toLowerCase()
      .split(' ')
      .some((word) => word.startsWith(words))
  const named = ({ label }: SlashBlock) => label.toLowerCase().startsWith(words) || starts(label)
  const hits = slashBlocks.filter((block) => named(block) || starts(block.also))
  return hits
    .filter((block) => block.run(state))
    .toSorted((a, b) => Number(named(b)) - Number(named(a)))
}
