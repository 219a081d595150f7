import { chainCommands, exitCode, toggleMark } from '@tiptap/pm/commands'
import { redo, undo } from '@tiptap/pm/history'
import { type Command, TextSelection } from '@tiptap/pm/state'
import { type BlockTypeId, setType } from '../commands/block-types.ts'
import { definitionEnters } from '../commands/definition-keys.ts'
import { addItem, enterCard, enterItem, leaveAccordion } from '../commands/item-commands.ts'
import { indentItem, outdentItem, splitItem, toggleList } from '../commands/list-commands.ts'
import { duplicateBlock, moveBlock } from '../commands/move-block.ts'
import { quote } from '../commands/quote.ts'
import { nextCell, stepCell } from '../commands/table-commands.ts'
import { showDialog } from '../editor-dialogs.ts'
import { showFindBar } from '../find/find-store.ts'
import { openBlockTools } from '../handle/open-block-tools.ts'
import { markTypeOf } from '../schema/type-of.ts'

const mark =
  (name: string): Command =>
  (state, dispatch, view) =>
    toggleMark(markTypeOf(state.schema, name))(state, dispatch, view)

const lineBreak: Command = chainCommands(exitCode, (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(state.schema.node('hardBreak')).scrollIntoView())
  return true
})

/** A new paragraph behind the top-level block, from wherever in it the caret is. */
const paragraphBehind: Command = (state, dispatch) => {
  const { $from, to } = state.selection
  const at = $from.depth < 1 ? to : $from.after(1)
  const tr = state.tr.insert(at, state.schema.node('paragraph'))
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView())
  return true
}

const types: readonly BlockTypeId[] = [
  'paragraph',
  'heading-1',
  'heading-2',
  'heading-3',
  'heading-4',
  'heading-5',
  'title',
]

/** The keys of the page editor. */
export const pageKeys: Readonly<Record<string, Command>> = {
  'Mod-z': undo,
  'Shift-Mod-z': redo,
  'Mod-y': redo,
  'Mod-b': mark('bold'),
  'Mod-i': mark('italic'),
  'Mod-u': mark('underline'),
  'Mod-Shift-s': mark('strike'),
  'Mod-e': mark('code'),
  'Mod-Shift-8': toggleList('bulletList'),
  'Mod-Shift-7': toggleList('orderedList'),
  'Mod-Shift-9': toggleList('taskList'),
  'Mod-Shift-b': quote,
  'Mod-f': showFindBar,
  'Mod-Shift-k': showDialog('link'),
  'Shift-Enter': lineBreak,
  'Mod-Enter': chainCommands(addItem, exitCode, paragraphBehind),
  Enter: chainCommands(enterItem, enterCard, leaveAccordion, ...definitionEnters, splitItem),
  'Alt-ArrowUp': moveBlock(-1),
  'Alt-ArrowDown': moveBlock(1),
  'Mod-d': duplicateBlock(),
  'Alt-Enter': openBlockTools,
  Tab: chainCommands(nextCell, indentItem),
  'Shift-Tab': chainCommands(stepCell(-1), outdentItem),
  ...Object.fromEntries(types.map((id, i) => [`Mod-Alt-${i}`, setType(id)])),
}
