import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { Hidden } from '../../../ui/visually-hidden.tsx'
import { moveBlocks } from '../commands/move-blocks.ts'
import './outline-panel.css'
import {
  type OutlineRow,
  outlineOf,
  placeAbove,
  placeBelow,
  sameRows,
  sectionAt,
} from './page-outline.ts'
import { useSectionDrag } from './use-section-drag.ts'

function jump(editor: Editor, pos: number): void {
  const { tr, doc } = editor.state
  editor.view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(pos + 1))).scrollIntoView())
  editor.view.focus()
}

const nameOf = (row: OutlineRow) => row.text || 'Empty heading'

interface Props {
  readonly editor: Editor
  /** Whether sections may be moved: not while the page is shown as source. */
  readonly canMove: boolean
}

/** Moves a section and keeps the keyboard on it; says so to those who do not see it. */
function useMoves(editor: Editor) {
  const list = useRef<HTMLUListElement>(null)
  const [moved, setMoved] = useState<{ name: string; pos: number } | null>(null)
  useLayoutEffect(() => {
    if (moved) list.current?.querySelector<HTMLElement>(`[data-pos="${moved.pos}"]`)?.focus()
  }, [moved])
  const move = (row: OutlineRow, target: number | null) => {
    const section = sectionAt(editor.state.doc, row.pos)
    if (!section || target === null) return
    const size = section.to - section.from
    if (!moveBlocks(section, target)(editor.state, editor.view.dispatch)) return
    setMoved({ name: nameOf(row), pos: target > row.pos ? target - size : target })
  }
  return { list, moved, move }
}

/** The headings of the page; a click leads there, dragging moves what is under a heading as well. */
export function OutlinePanel({ editor, canMove }: Props) {
  const rows = useEditorState({
    editor,
    selector: (s) => outlineOf(s.editor.state.doc),
    equalityFn: sameRows,
  })
  const sections = rows.filter((row) => row.isSection)
  const { list, moved, move } = useMoves(editor)
  const drag = useSectionDrag((row, before) =>
    move(row, sections[before]?.pos ?? editor.state.doc.content.size),
  )
  const onKey = (event: KeyboardEvent, row: OutlineRow) => {
    const place = { ArrowUp: placeAbove, ArrowDown: placeBelow }[event.key]
    if (!place || !event.altKey || !canMove) return
    event.preventDefault()
    move(row, place(editor.state.doc, row.pos))
  }
  if (rows.length === 0)
    return <p className="outline-empty">Headings of this page will be listed here.</p>
  return (
    <nav aria-label="Outline">
      <ul className="outline" ref={list} {...(canMove ? drag.list : {})}>
        {rows.map((row) => (
          <li key={row.pos} data-drop={drag.before !== null && sections[drag.before] === row}>
            <button
              type="button"
              dir="auto"
              data-pos={row.pos}
              {...(row.isSection ? { 'data-section': true } : {})}
              draggable={canMove && row.isSection}
              title={
                canMove && row.isSection ? 'Drag, or Alt with ↑ ↓, moves the section' : undefined
              }
              style={{ paddingLeft: 8 + 14 * (row.level - 1) }}
              onClick={() => jump(editor, row.pos)}
              onDragStart={(event) => drag.start(event, row)}
              onKeyDown={(event) => onKey(event, row)}
            >
              {nameOf(row)}
            </button>
          </li>
        ))}
        {drag.before === sections.length && <li className="outline-end" data-drop />}
      </ul>
      <div role="status">{moved && <Hidden>{`“${moved.name}” was moved.`}</Hidden>}</div>
    </nav>
  )
}
