import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { blockValues, setBlockValue, shownValue } from './block-values.ts'

interface Props {
  readonly editor: Editor
  readonly of: keyof typeof blockValues
  readonly onClose: () => void
}

/** Asks for one word or number about the block in hand. */
export function ValueDialog({ editor, of, onClose }: Props) {
  const asked = blockValues[of]
  const [typed, setTyped] = useState(() => shownValue(editor.state, asked))
  const read = asked.read(typed)
  const close = () => {
    onClose()
    editor.view.focus()
  }
  const set = () => {
    if ('problem' in read) return
    setBlockValue(asked, read.value)(editor.state, editor.view.dispatch)
    close()
  }
  return (
    <Dialog
      open
      width={420}
      title={asked.title}
      onClose={close}
      footer={
        <>
          <Button size="lg" onClick={close}>
            Cancel
          </Button>
          <Button size="lg" variant="primary" disabled={'problem' in read} onClick={set}>
            Change
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          set()
        }}
      >
        <TextField
          label={asked.label}
          autoFocus
          value={typed}
          onChange={setTyped}
          hint={asked.hint}
          problem={'problem' in read ? read.problem : null}
        />
      </form>
    </Dialog>
  )
}
