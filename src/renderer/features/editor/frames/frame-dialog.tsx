import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { frameLabel } from '../blocks/frame-view.ts'
import { closest } from '../commands/ancestors.ts'
import { insertBlock } from '../commands/insert-block.ts'
import { changeFrame } from './change-frame.ts'
import { frameAddress } from './frame-address.ts'

/** Puts a video, map or form of another site on the page. Nothing is fetched here. */
export function FrameDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const [changed] = useState(() => closest(editor.state, ['iframe']))
  const [typed, setTyped] = useState(String(changed?.node.attrs.src ?? ''))
  const read = typed.trim() === '' ? null : frameAddress(typed)
  const close = () => {
    onClose()
    editor.view.focus()
  }
  const put = () => {
    if (read?.kind !== 'frame') return
    const { src, title } = read
    const command = changed
      ? changeFrame({ src, ...(title === null ? {} : { title }) })
      : insertBlock((schema) => schema.node('iframe', { src, title }))
    command(editor.state, editor.view.dispatch)
    close()
  }
  return (
    <Dialog
      open
      title={changed ? 'Change frame' : 'Insert frame'}
      onClose={close}
      footer={
        <>
          <Button size="lg" onClick={close}>
            Cancel
          </Button>
          <Button size="lg" variant="primary" disabled={read?.kind !== 'frame'} onClick={put}>
            {changed ? 'Change' : 'Insert'}
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
