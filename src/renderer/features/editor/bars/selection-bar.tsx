import type { Editor } from '@tiptap/core'
import { type EditorState, TextSelection } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import { Ellipsis } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import { IconButton } from '../../../ui/icon-button.tsx'
import { MenuButton } from '../../../ui/menu.tsx'
import { runIn, toPage } from '../run-in.ts'
import { moreWordTools, wordTools } from '../toolbar/tools.ts'
import './block-bar.css'
import { moveFocus } from './move-focus.ts'
import { placeAtSelection } from './selection-place.ts'
import { usePageInHand } from './use-page-in-hand.ts'

/** Whether there are words selected that can be made bold, linked and the like. */
function hasWords({ selection, doc }: EditorState): boolean {
  if (!(selection instanceof TextSelection) || selection.empty) return false
  const { from, to, $from, $to } = selection
  if ($from.parent.type.spec.code || $to.parent.type.spec.code) return false
  return doc.textBetween(from, to, ' ').trim() !== ''
}

/** What the bar shows of a state; null for nothing to show. */
const snapshot = (state: EditorState) =>
  hasWords(state)
    ? {
        from: state.selection.from,
        to: state.selection.to,
        on: wordTools.map((tool) => tool.isOn?.(state) ?? false),
        possible: wordTools.map((tool) => tool.isPossible?.(state) ?? true),
      }
    : null

/** The tools for selected words, beside the words: they come and go with the selection. */
export function SelectionBar({ editor }: { readonly editor: Editor }) {
  const bar = useRef<HTMLDivElement>(null)
  const now = useEditorState({ editor, selector: (s) => snapshot(s.editor.state) })
  const inHand = usePageInHand(editor, bar)
  const shown = now !== null && inHand && editor.isEditable
  useLayoutEffect(() => {
    const box = bar.current
    const sheet = box?.offsetParent
    if (!shown || !box || !sheet) return
    const place = () => placeAtSelection(box, sheet, editor)
    place()
    const watch = new ResizeObserver(place)
    watch.observe(sheet)
    return () => watch.disconnect()
  })
  if (!shown) return null
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label="Selection"
      className="block-bar selection-bar"
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={moveFocus}
      onKeyDownCapture={(event) => {
        if (event.key === 'Escape') editor.view.focus()
      }}
    >
      {wordTools.map((tool, place) => (
        <IconButton
          key={tool.label}
          label={tool.label}
          icon={tool.icon}
          tabIndex={place === 0 ? 0 : -1}
          disabled={!now.possible[place]}
          pressed={now.on[place] ?? false}
          onClick={() => runIn(editor, tool.run)}
        />
      ))}
      <MenuButton
        label="More for the selection"
        returnTo={toPage(editor)}
        trigger={<IconButton label="More for the selection" icon={Ellipsis} tabIndex={-1} />}
        entries={moreWordTools.map(({ label, run }) => ({
          label,
          run: () => runIn(editor, run),
        }))}
      />
    </div>
  )
}
