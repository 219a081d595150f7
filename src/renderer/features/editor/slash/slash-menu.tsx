import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useLayoutEffect, useRef } from 'react'
import { chooseBlock, slashListId, slashRowId, slashState } from './slash-plugin.ts'
import './slash-menu.css'

const gap = 6
const tallest = 402

/** Under the slash, or above its line where there is more room; as high as there is room for. */
function place(list: HTMLElement, editor: Editor, from: number): void {
  const sheet = list.offsetParent
  if (!sheet) return
  const slash = editor.view.coordsAtPos(from)
  const home = sheet.getBoundingClientRect()
  const view = (sheet.parentElement ?? sheet).getBoundingClientRect()
  const below = view.bottom - slash.bottom - 2 * gap
  const above = slash.top - view.top - 2 * gap
  const isBelow = below >= Math.min(tallest, list.scrollHeight) || below >= above
  list.style.maxHeight = `${Math.min(tallest, Math.max(isBelow ? below : above, 80))}px`
  const top = isBelow ? slash.bottom + gap : slash.top - gap - list.offsetHeight
  list.style.left = `${Math.max(0, Math.min(slash.left - home.left, home.width - list.offsetWidth))}px`
  list.style.top = `${top - home.top}px`
}

/** The list of blocks behind a slash. The caret stays in the page; the keys are the page's. */
export function SlashMenu({ editor }: { readonly editor: Editor }) {
  const list = useRef<HTMLDivElement>(null)
  const now = useEditorState({
    editor,
    selector: (s) => slashState(s.editor.state),
    equalityFn: Object.is,
  })
  useLayoutEffect(() => {
    const box = list.current
    if (!box || !now) return
    place(box, editor, now.from)
    box.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [editor, now])
  if (!now || now.blocks.length === 0) return null
  return (
    <div
      ref={list}
      id={slashListId}
      role="listbox"
      aria-label="Insert a block"
      // The page's keys move through it; the stop is for those who scroll it otherwise.
      tabIndex={0}
      className="slash-menu"
      onMouseDown={(event) => event.preventDefault()}
    >
      {now.blocks.map(({ label, icon: Icon }, row) => (
        <div
          key={label}
          id={slashRowId(row)}
          role="option"
          aria-selected={row === now.current}
          tabIndex={-1}
          className="slash-row"
          onMouseDown={() => chooseBlock(editor.view, row)}
        >
          <Icon size={14} strokeWidth={2} aria-hidden />
          {label}
        </div>
      ))}
    </div>
  )
}
