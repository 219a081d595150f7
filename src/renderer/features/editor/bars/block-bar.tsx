import type { Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import { Ellipsis } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { IconButton } from '../../../ui/icon-button.tsx'
import { MenuButton } from '../../../ui/menu.tsx'
import { runIn, toPage } from '../run-in.ts'
import { barNote, barOf, barTarget, moreOf } from './bar-actions.ts'
import './block-bar.css'

/** Keeps a bar at the top right of its block while the page grows and shrinks around it. */
function usePlace(editor: Editor, pos: number | null) {
  const bar = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const box = bar.current
    const sheet = box?.offsetParent
    if (!box || !sheet || pos === null) return
    // Asked for each time: a block that changes as a whole is drawn as another element.
    const drawn = () => editor.view.nodeDOM(pos)
    const place = () => {
      const block = drawn()
      if (!(block instanceof HTMLElement)) return
      const at = block.getBoundingClientRect()
      const from = sheet.getBoundingClientRect()
      box.style.top = `${at.top - from.top}px`
      box.style.right = `${Math.max(0, from.right - at.right)}px`
    }
    place()
    const watch = new ResizeObserver(place)
    const block = drawn()
    if (block instanceof HTMLElement) watch.observe(block)
    watch.observe(editor.view.dom)
    return () => watch.disconnect()
  })
  return bar
}

/** Whether somebody has been at work in the page since it is shown: one that was only opened has nothing in hand. */
function useTouched(editor: Editor): boolean {
  const [touched, setTouched] = useState(editor.isFocused)
  useEffect(() => {
    const touch = () => setTouched(true)
    editor.on('focus', touch)
    return () => void editor.off('focus', touch)
  }, [editor])
  return touched
}

/** The tools for the block in hand, on the block: they come and go with it. */
export function BlockBar({ editor }: { readonly editor: Editor }) {
  const target = useEditorState({ editor, selector: (s) => barTarget(s.editor.state) })
  const note = useEditorState({ editor, selector: (s) => barNote(s.editor.state) })
  const touched = useTouched(editor)
  const bar = usePlace(editor, target?.pos ?? null)
  if (!target || !touched || !editor.isEditable) return null
  const shown = barOf(target.kind)
  const { label, buttons } = shown
  const run = (command: Command) => runIn(editor, command)
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={label}
      className={`block-bar block-bar-${target.kind}`}
    >
      {note && (
        <span role="status" className="block-bar-note">
          {note}
        </span>
      )}
      {buttons.map((action) => (
        <button
          key={action.label}
          type="button"
          className="block-bar-button"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => run(action.run)}
        >
          {action.label}
        </button>
      ))}
      <MenuButton
        label={`${label} tools`}
        returnTo={toPage(editor)}
        align="end"
        trigger={<IconButton label={`${label} tools`} icon={Ellipsis} />}
        entries={moreOf(shown, editor.state).map((action) =>
          action === 'line'
            ? action
            : {
                label: action.label,
                ...(action.danger ? { danger: true } : {}),
                disabled: !action.run(editor.state),
                ...(action.isOn ? { checked: action.isOn(editor.state) } : {}),
                run: () => run(action.run),
              },
        )}
      />
    </div>
  )
}
