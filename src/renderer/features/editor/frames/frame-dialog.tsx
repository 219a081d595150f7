import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { frameLabel } from '../blocks/frame-view.ts'
import { insertBlock } from '../commands/insert-block.ts'
import { frameAddress } from './frame-address.ts'

/** Puts a video, map or form of another site on the page. Nothing is fetched here. */
export function FrameDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const read = typed.trim() === '' ? null : frameAddress(typed)
  const close = () => {
    onClose()
    editor.view.focus()
  }
  const put = () => {
    if (read?.kind !== 'frame') return
    const { src, title } = read
    insertBlock((schema) => schema.node('iframe', { src, title }))(
      editor.state,
      editor.view.dispatch,
    )
    close()
  }
  return (
    <Dialog
      open
      title="Insert frame"
      onClose={close}
      footer={
        <>
          <Button size="lg" onClick={close}>
            Cancel
          </Button>
          <Button size="lg" variant="primary" disabled={read?.kind !== 'frame'} onClick={put}>
            Insert
          </Button>
        </>
      }
    >
      <TextField
        label="Address or embed code"
        multiline
        autoFocus
        value={typed}
        onChange={setTyped}
        problem={read?.kind === 'problem' ? read.words : null}
        hint={
          read?.kind === 'frame'
            ? frameLabel(read.src)
            : 'A video, map or form: YouTube, Vimeo, Google Maps, FormSG and others.'
        }
      />
    </Dialog>
  )
}
