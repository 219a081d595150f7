import type { Editor } from '@tiptap/core'
import type { Command, EditorState } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import { Ellipsis } from 'lucide-react'
import { useRef } from 'react'
import { acceleratorOf, commands, keysInWords } from '../../../../shared/commands.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { MenuButton, type MenuEntry } from '../../../ui/menu.tsx'
import { moveFocus } from '../bars/move-focus.ts'
import { type BlockTypeId, blockTypes, currentType, setType } from '../commands/block-types.ts'
import { runIn, toPage } from '../run-in.ts'
import { historyTools, moreTools, type Tool, toolGroups } from './tools.ts'
import { useFoldedGroups } from './use-folded-groups.ts'

const groups = [...toolGroups, historyTools]
const tools = groups.flat()

const flags = (state: EditorState, ask: 'isOn' | 'isPossible', otherwise: boolean) =>
  tools.map((tool) => ((tool[ask]?.(state) ?? otherwise) ? '1' : '0')).join('')

/** What the toolbar shows of a state, as plain values: it renders again only when one of them changes. */
const snapshot = ({ state }: Editor) => ({
  type: currentType(state),
  on: flags(state, 'isOn', false),
  possible: flags(state, 'isPossible', true),
})

function keysOf(tool: Tool): string | null {
  const spec = commands.find(({ id }) => id === tool.command)
  const platform = document.documentElement.dataset.platform ?? ''
  const keys = spec && acceleratorOf(spec, platform)
  return keys ? keysInWords(keys, platform) : null
}

interface BlockTypeProps {
  readonly now: BlockTypeId | null
  readonly onChoose: (command: Command) => void
}

function BlockType({ now, onChoose }: BlockTypeProps) {
  return (
    <select
      aria-label="Block type"
      className="page-type"
      value={now ?? ''}
      disabled={now === null}
      onKeyDown={(event) => {
        // A closed list would change the block with each press.
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
        event.preventDefault()
        event.currentTarget.showPicker()
      }}
      onChange={(event) => onChoose(setType(event.target.value as BlockTypeId))}
    >
      {now === null && <option value="">Block</option>}
      {blockTypes.map((type) => (
        <option key={type.id} value={type.id}>
          {type.label}
        </option>
      ))}
    </select>
  )
}

/** The tools above a page. */
export function FormatToolbar({ editor }: { readonly editor: Editor }) {
  const now = useEditorState({ editor, selector: (s) => snapshot(s.editor) })
  const toolbar = useRef<HTMLDivElement>(null)
  const folded = toolGroups.slice(toolGroups.length - useFoldedGroups(toolbar))
  const shown = groups.filter((group) => !folded.includes(group))
  const run = (command: Command) => runIn(editor, command)
  const entry = ({ label, run: command }: { label: string; run: Command }): MenuEntry => ({
    label,
    run: () => run(command),
  })
  const button = (tool: Tool) => {
    const place = tools.indexOf(tool)
    const keys = keysOf(tool)
    return (
      <IconButton
        key={tool.label}
        label={tool.label}
        icon={tool.icon}
        tabIndex={-1}
        disabled={now.possible[place] === '0'}
        {...(keys ? { keys } : {})}
        {...(tool.isOn ? { pressed: now.on[place] === '1' } : {})}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => run(tool.run)}
      />
    )
  }
  return (
    <div
      ref={toolbar}
      role="toolbar"
      aria-label="Formatting"
      className="page-toolbar"
      onKeyDown={moveFocus}
    >
      <BlockType now={now.type} onChoose={run} />
      {shown.map((group, i) => (
        <span className="page-tools" key={group[0]?.label}>
          {group.map(button)}
          {i === shown.length - 2 && (
            <MenuButton
              label="More tools"
              returnTo={toPage(editor)}
              trigger={<IconButton label="More tools" icon={Ellipsis} tabIndex={-1} />}
              entries={[
                ...folded.flatMap((tools) => [...tools.map(entry), 'line' as const]),
                ...moreTools.map((tool) => (tool === 'line' ? tool : entry(tool))),
              ]}
            />
          )}
        </span>
      ))}
    </div>
  )
}
