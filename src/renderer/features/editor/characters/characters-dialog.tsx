import type { Editor } from '@tiptap/core'
import { type KeyboardEvent, useState } from 'react'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import './characters-dialog.css'
import { fittingCharacters } from './special-characters.ts'

/** The button above or below another one, where it is nearest. */
function across(buttons: readonly HTMLElement[], from: HTMLElement, by: 1 | -1) {
  const at = from.getBoundingClientRect()
  const rows = buttons
    .map((button) => ({ button, box: button.getBoundingClientRect() }))
    .filter(({ box }) => (by > 0 ? box.top >= at.bottom : box.bottom <= at.top))
  const near = by > 0 ? Math.min : Math.max
  const row = near(...rows.map(({ box }) => box.top))
  return rows
    .filter(({ box }) => box.top === row)
    .sort((a, b) => Math.abs(a.box.left - at.left) - Math.abs(b.box.left - at.left))[0]?.button
}

/** Arrow keys lead through the signs, which are one stop of the Tab key. */
function moveAmongSigns(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')]
  const now = buttons.indexOf(document.activeElement as HTMLElement)
  const from = buttons[now]
  const next = {
    ArrowRight: buttons[now + 1],
    ArrowLeft: buttons[now - 1],
    ArrowDown: from && across(buttons, from, 1),
    ArrowUp: from && across(buttons, from, -1),
    Home: buttons[0],
    End: buttons.at(-1),
  }[event.key]
  if (!next) return
  event.preventDefault()
  next.focus()
}

const isSeen = (sign: string) => !/^[\u00a0\u00ad\u2011]$/.test(sign)

/** Signs that keyboards do not have. */
export function CharactersDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const groups = fittingCharacters(typed)
  const close = () => {
    onClose()
    editor.view.focus()
  }
  const put = (sign: string) => {
    editor.view.dispatch(editor.state.tr.insertText(sign).scrollIntoView())
    close()
  }
  return (
    <Dialog open width={540} title="Special characters" onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const first = groups[0]?.characters[0]
          if (first && typed.trim() !== '') put(first.sign)
        }}
      >
        <TextField
          label="Search"
          autoFocus
          value={typed}
          onChange={setTyped}
          placeholder="A name, such as dash, euro or degree"
        />
      </form>
      <div role="toolbar" aria-label="Signs" className="characters" onKeyDown={moveAmongSigns}>
        {groups.map(({ label, characters }, place) => (
          <fieldset key={label} className="characters-group">
            <legend className="characters-label">{label}</legend>
            <div className="characters-signs">
              {characters.map(({ sign, name }, i) => (
                <button
                  key={sign}
                  type="button"
                  className={
                    isSeen(sign) ? 'characters-sign' : 'characters-sign characters-sign-words'
                  }
                  aria-label={name}
                  title={name}
                  tabIndex={place === 0 && i === 0 ? 0 : -1}
                  onClick={() => put(sign)}
                >
                  {isSeen(sign) ? sign : name}
                </button>
              ))}
            </div>
          </fieldset>
        ))}
        {groups.length === 0 && <p className="characters-none">No sign has such a name.</p>}
      </div>
    </Dialog>
  )
}
