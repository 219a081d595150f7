import type { Editor } from '@tiptap/core'
import { toggleMark, wrapIn } from '@tiptap/pm/commands'
import { redo, redoDepth, undo, undoDepth } from '@tiptap/pm/history'
import type { Command } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import {
  Bold,
  Italic,
  LayoutGrid,
  List,
  ListOrdered,
  type LucideIcon,
  Minus,
  PanelTop,
  Quote,
  Redo2,
  Strikethrough,
  Table,
  Underline,
  Undo2,
} from 'lucide-react'
import { type KeyboardEvent, useRef } from 'react'
import { type BlockTypeId, blockTypes, currentType, setType } from '../commands/block-types.ts'
import { insertBlock } from '../commands/insert-block.ts'
import { toggleList } from '../commands/list-commands.ts'
import { newAccordion, newCards, newTable } from '../commands/new-blocks.ts'
import { markTypeOf, nodeTypeOf } from '../schema/type-of.ts'

interface Tool {
  readonly label: string
  readonly keys?: string
  readonly icon: LucideIcon
  readonly mark?: string
  readonly command: Command
}

const markTool = (label: string, name: string, icon: LucideIcon, keys: string): Tool => ({
  label,
  icon,
  keys,
  mark: name,
  command: (state, dispatch) => toggleMark(markTypeOf(state.schema, name))(state, dispatch),
})

const groups: readonly (readonly Tool[])[] = [
  [
    markTool('Bold', 'bold', Bold, 'Mod+B'),
    markTool('Italic', 'italic', Italic, 'Mod+I'),
    markTool('Underline', 'underline', Underline, 'Mod+U'),
    markTool('Strikethrough', 'strike', Strikethrough, 'Mod+Shift+S'),
  ],
  [
    { label: 'Bullet list', icon: List, command: toggleList('bulletList') },
    { label: 'Numbered list', icon: ListOrdered, command: toggleList('orderedList') },
    {
      label: 'Quote',
      icon: Quote,
      command: (state, dispatch) => wrapIn(nodeTypeOf(state.schema, 'blockquote'))(state, dispatch),
    },
  ],
  [
    { label: 'Insert table', icon: Table, command: insertBlock((s) => newTable(s)) },
    { label: 'Insert accordion', icon: PanelTop, command: insertBlock(newAccordion) },
    { label: 'Insert cards', icon: LayoutGrid, command: insertBlock(newCards) },
    { label: 'Insert divider', icon: Minus, command: insertBlock((s) => s.node('horizontalRule')) },
  ],
  [
    { label: 'Undo', icon: Undo2, command: undo },
    { label: 'Redo', icon: Redo2, command: redo },
  ],
]
const tools = groups.flat()

const hasMark = (editor: Editor, name: string) => {
  const { from, to, empty, $from } = editor.state.selection
  const type = markTypeOf(editor.schema, name)
  return empty
    ? type.isInSet(editor.state.storedMarks ?? $from.marks()) !== undefined
    : editor.state.doc.rangeHasMark(from, to, type)
}

function snapshot(editor: Editor) {
  const state = editor.state
  return {
    type: currentType(state),
    pressed: tools.map((tool) => (tool.mark ? hasMark(editor, tool.mark) : false)).join(),
    undo: undoDepth(state) > 0,
    redo: redoDepth(state) > 0,
  }
}

const run = (editor: Editor, command: Command) => {
  command(editor.state, editor.view.dispatch, editor.view)
  editor.view.focus()
}

/** Arrow keys move along the toolbar, as one stop of the Tab key. */
function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (!step) return
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('button, select')].filter(
    (item) => !(item as HTMLButtonElement).disabled,
  )
  const at = items.indexOf(document.activeElement as HTMLElement)
  items[(at + step + items.length) % items.length]?.focus()
  event.preventDefault()
}

/** The tools above a page. It renders again only when what it shows changes. */
export function FormatToolbar({ editor }: { readonly editor: Editor }) {
  const now = useEditorState({ editor, selector: (s) => snapshot(s.editor) })
  const pressed = now.pressed.split(',')
  const bar = useRef<HTMLDivElement>(null)
  let index = -1
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label="Formatting"
      className="page-toolbar"
      onKeyDown={moveFocus}
    >
      <select
        aria-label="Block type"
        className="page-type"
        value={now.type ?? ''}
        disabled={now.type === null}
        onChange={(event) => run(editor, setType(event.target.value as BlockTypeId))}
      >
        {now.type === null && <option value="">Text</option>}
        {blockTypes.map((type) => (
          <option key={type.id} value={type.id}>
            {type.label}
          </option>
        ))}
      </select>
      {groups.map((group) => (
        <span className="page-tools" key={group[0]?.label}>
          {group.map((tool) => {
            index += 1
            const off = (tool.label === 'Undo' && !now.undo) || (tool.label === 'Redo' && !now.redo)
            return (
              <button
                key={tool.label}
                type="button"
                tabIndex={-1}
                aria-label={tool.label}
                title={tool.keys ? `${tool.label} (${tool.keys})` : tool.label}
                aria-pressed={tool.mark ? pressed[index] === 'true' : undefined}
                disabled={off}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => run(editor, tool.command)}
              >
                <tool.icon size={16} strokeWidth={1.75} aria-hidden />
              </button>
            )
          })}
        </span>
      ))}
    </div>
  )
}
