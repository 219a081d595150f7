import type { Editor } from '@tiptap/core'
import { GripVertical } from 'lucide-react'
import { useRef, useState } from 'react'
import { AnchoredMenu, type MenuEntry } from '../../../ui/menu.tsx'
import './block-handle.css'
import { toPage } from '../run-in.ts'
import { handleEntries } from './handle-entries.ts'
import { useBlockDrag } from './use-block-drag.ts'
import { useHoveredBlock } from './use-hovered-block.ts'

/** One handle for the page: beside the block under the pointer, to drag it or to open what can be done with it. */
export function BlockHandle({ editor }: { readonly editor: Editor }) {
  const grip = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  const [entries, setEntries] = useState<readonly MenuEntry[] | null>(null)
  const { block, toCaret, letGo } = useHoveredBlock(editor, grip)
  const startDrag = useBlockDrag(editor, grip)
  const open = () => {
    if (!block.current) toCaret()
    if (block.current) setEntries(handleEntries(editor, block.current))
  }
  return (
    <>
      <button
        ref={grip}
        type="button"
        className="block-handle"
        aria-label="Move or change this block"
        aria-haspopup="menu"
        title="Drag to move, click for more"
        draggable
        data-open={entries !== null}
        onFocus={({ currentTarget, relatedTarget }) => {
          const fromPage = relatedTarget !== null && editor.view.dom.contains(relatedTarget)
          const byKeys = currentTarget.matches(':focus-visible')
          if (byKeys && (fromPage || block.current === null)) toCaret()
        }}
        onPointerDown={() => {
          wasOpen.current = entries !== null
        }}
        onClick={() => {
          if (!wasOpen.current) open()
          wasOpen.current = false
        }}
        onDragStart={(event) => startDrag(event, block.current)}
      >
        <GripVertical size={16} strokeWidth={1.75} aria-hidden />
      </button>
      <AnchoredMenu
        label="Block"
        returnTo={toPage(editor)}
        anchor={grip}
        entries={entries}
        onClose={() => {
          setEntries(null)
          letGo()
        }}
      />
    </>
  )
}
