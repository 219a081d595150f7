import type { Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import { useEffect } from 'react'
import type { CommandId } from '../../../shared/commands.ts'
import { useCommandStore } from '../../lib/command-store.ts'
import { setType } from './commands/block-types.ts'
import { clearFormatting } from './commands/clear-formatting.ts'
import { duplicateBlock, moveBlock } from './commands/move-block.ts'
import { showDialog } from './editor-dialogs.ts'
import { showFindBar } from './find/find-store.ts'
import { openBlockTools } from './handle/open-block-tools.ts'
import { runIn } from './run-in.ts'
import { historyTools, type Tool, toolGroups } from './toolbar/tools.ts'

const tools = [...toolGroups.flat(), ...historyTools].filter(
  (tool): tool is Tool & { readonly command: CommandId } => tool.command !== undefined,
)

const others: readonly (readonly [CommandId, Command])[] = [
  ['edit.find', showFindBar],
  ['block.tools', openBlockTools],
  ['block.move-up', moveBlock(-1)],
  ['block.move-down', moveBlock(1)],
  ['block.duplicate', duplicateBlock()],
  ['format.clear', clearFormatting],
  ['insert.characters', showDialog('characters')],
  ['format.paragraph', setType('paragraph')],
  ['format.heading-1', setType('heading-1')],
  ['format.heading-2', setType('heading-2')],
  ['format.heading-3', setType('heading-3')],
]

/** Offers the page's tools as commands of the application while the page can be written on. */
export function useEditorCommands(editor: Editor | null, active: boolean): void {
  const possible = useEditorState({
    editor,
    selector: ({ editor: now }) =>
      now ? tools.map((tool) => (tool.isPossible?.(now.state) === false ? '0' : '1')).join('') : '',
  })
  useEffect(() => {
    if (!editor || !active) return
    const { register, unregister } = useCommandStore.getState()
    const offers = [
      ...tools.map(({ command, run }, i) => ({
        id: command,
        action: { run: () => void runIn(editor, run), enabled: possible?.[i] !== '0' },
      })),
      ...others.map(([id, run]) => ({ id, action: { run: () => void runIn(editor, run) } })),
    ]
    for (const { id, action } of offers) register(id, action)
    return () => {
      for (const { id, action } of offers) unregister(id, action)
    }
  }, [editor, active, possible])
}
