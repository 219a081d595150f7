import type { Editor } from '@tiptap/core'
import { useEffect, useRef, useState } from 'react'
import type { Spelling } from '../../../../shared/ipc/settings-calls.ts'
import { request } from '../../../lib/api.ts'
import { AnchoredMenu, type MenuEntry } from '../../../ui/menu.tsx'
import { toPage } from '../run-in.ts'
import { mistakeAt } from './spell-plugin.ts'
import './spelling.css'
import { currentSpeller, type SpellingChoice, useSpelling } from './use-spelling.ts'

const languages: readonly { readonly id: Spelling; readonly label: string }[] = [
  { id: 'en-GB', label: 'British English' },
  { id: 'en-US', label: 'American English' },
  { id: 'off', label: 'Not checked' },
]

function replaceWord(editor: Editor, place: { from: number; to: number }, word: string): void {
  editor.view.dispatch(editor.state.tr.insertText(word, place.from, place.to))
}

/** What can be done with a word that the dictionary does not know. */
async function correctionsAt(
  editor: Editor,
  pos: number,
  accept: (word: string) => void,
): Promise<readonly MenuEntry[]> {
  const mistake = mistakeAt(editor.state, pos)
  if (!mistake) return []
  const { word } = mistake
  const suggestions = (await currentSpeller()?.suggest(word)) ?? []
  const rows = suggestions.map((one) => ({
    label: one,
    run: () => replaceWord(editor, mistake, one),
  }))
  const none = { label: 'No suggestion', disabled: true, run: () => undefined }
  return [
    ...(rows.length === 0 ? [none] : rows),
    'line',
    { label: `Add “${word}” to my words`, run: () => accept(word) },
    'line',
  ]
}

/** The clipboard is the system's: the page may not read it by itself. */
const paste = (editor: Editor, plain: boolean) => () => {
  // The menu gives the focus back a frame after it has closed; it goes in where the focus is.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      editor.view.focus()
      void request('app.paste', { plain })
    }),
  )
}

const usual = (editor: Editor, { language, choose }: SpellingChoice): MenuEntry[] => [
  {
    label: 'Cut',
    disabled: editor.state.selection.empty,
    run: () => void document.execCommand('cut'),
  },
  {
    label: 'Copy',
    disabled: editor.state.selection.empty,
    run: () => void document.execCommand('copy'),
  },
  { label: 'Paste', run: paste(editor, false) },
  { label: 'Paste as plain text', run: paste(editor, true) },
  'line',
  { group: 'Spelling on this site' },
  ...languages.map(({ id, label }) => ({
    label,
    checked: id === language,
    run: () => choose(id),
  })),
]

/** Where the menu belongs: at the pointer, or at the caret where a key asked for it. */
function placeOf({ view }: Editor, event: MouseEvent): { left: number; top: number } {
  if (event.button === 2) return { left: event.clientX, top: event.clientY }
  const { left, bottom } = view.coordsAtPos(view.state.selection.from)
  return { left, top: bottom - 2 }
}

/** What is fixed inside of a container is so from the container's corner, not the window's. */
function moveTo(anchor: HTMLElement, left: number, top: number): void {
  Object.assign(anchor.style, { left: '0', top: '0' })
  const corner = anchor.getBoundingClientRect()
  Object.assign(anchor.style, { left: `${left - corner.left}px`, top: `${top - corner.top}px` })
}

/** The menu of the page's own words: corrections, the clipboard, and the language of the site. */
export function PageMenu({ editor }: { readonly editor: Editor }) {
  const spelling = useSpelling(editor)
  const anchor = useRef<HTMLSpanElement>(null)
  const [entries, setEntries] = useState<readonly MenuEntry[] | null>(null)
  const open = useRef<(event: MouseEvent) => void>(() => undefined)
  open.current = async (event) => {
    if (!editor.isEditable) return
    event.preventDefault()
    const { left, top } = placeOf(editor, event)
    const at = editor.view.posAtCoords({ left, top })
    const corrections = at ? await correctionsAt(editor, at.pos, spelling.accept) : []
    if (anchor.current) moveTo(anchor.current, left, top)
    setEntries([...corrections, ...usual(editor, spelling)])
  }
  useEffect(() => {
    const page = editor.view.dom
    const onMenu = (event: MouseEvent) => open.current(event)
    page.addEventListener('contextmenu', onMenu)
    return () => page.removeEventListener('contextmenu', onMenu)
  }, [editor])
  return (
    <>
      <span ref={anchor} className="page-menu-anchor" aria-hidden />
      <AnchoredMenu
        label="Page"
        anchor={anchor}
        entries={entries}
        onClose={() => setEntries(null)}
        returnTo={toPage(editor)}
      />
    </>
  )
}
