import type { Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import { ArrowDown, ArrowUp, Copy, Trash2 } from 'lucide-react'
import type { MenuEntry } from '../../../ui/menu.tsx'
import { inTurn } from '../commands/in-turn.ts'
import { deleteBlock, duplicateBlock } from '../commands/move-block.ts'
import { moveBlocks } from '../commands/move-blocks.ts'
import { selectWhole } from '../commands/select-whole.ts'
import { turnsFor } from '../commands/turn-into.ts'
import { type EditorDialog, showDialog } from '../editor-dialogs.ts'
import { runIn } from '../run-in.ts'
import type { PageBlock } from './block-at.ts'

const questions: Readonly<
  Record<string, { readonly label: string; readonly dialog: EditorDialog }>
> = {
  codeBlock: { label: 'Language…', dialog: 'language' },
  orderedList: { label: 'First number…', dialog: 'list-start' },
}

/** What can be done with a block of the page as a whole. */
export function handleEntries(editor: Editor, { node, pos }: PageBlock): readonly MenuEntry[] {
  const { doc } = editor.state
  const range = { from: pos, to: pos + node.nodeSize }
  const before = doc.resolve(pos).nodeBefore
  const after = doc.resolve(range.to).nodeAfter
  const find = () => ({ node, pos, depth: 1 })
  const entry = (label: string, command: Command) => ({
    label,
    disabled: !command(editor.state),
    run: () => runIn(editor, command),
  })
  const asked = questions[node.type.name]
  const ask: Command = (state, dispatch, view) =>
    asked !== undefined && inTurn(selectWhole(pos), showDialog(asked.dialog))(state, dispatch, view)
  const turns = turnsFor(node.type.name, pos)
    .map(({ label, run }) => entry(label, run))
    .filter(({ disabled }) => !disabled)
  return [
    ...(turns.length > 0 ? [{ group: 'Turn into' }, ...turns, 'line' as const] : []),
    ...(asked ? [entry(asked.label, ask), 'line' as const] : []),
    {
      ...entry('Move up', moveBlocks(range, before ? pos - before.nodeSize : pos)),
      icon: ArrowUp,
    },
    {
      ...entry('Move down', moveBlocks(range, after ? range.to + after.nodeSize : range.to)),
      icon: ArrowDown,
    },
    { ...entry('Duplicate', duplicateBlock(find)), icon: Copy },
    'line',
    { ...entry('Delete', deleteBlock(find)), icon: Trash2, danger: true },
  ]
}
