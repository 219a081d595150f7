import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { AltFields } from './alt-fields.tsx'
import { changeImage, selectedImage } from './image-commands.ts'

/** Says what the selected picture shows. */
export function AltDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const [image] = useState(() => selectedImage(editor.state))
  const before = String(image?.node.attrs.alt ?? '')
  const [alt, setAlt] = useState(before)
  const [decorative, setDecorative] = useState(image?.node.attrs.alt === '')
  const titleBefore = String(image?.node.attrs.title ?? '')
  const [title, setTitle] = useState(titleBefore)
  const close = () => {
    onClose()
    editor.view.focus()
  }
  const ready = decorative || alt.trim() !== ''
  const put = () => {
    const words = { alt: decorative ? '' : alt.trim() }
    // What was not touched is not written anew.
    const change = title === titleBefore ? words : { ...words, title: title.trim() || null }
    changeImage(change)(editor.state, editor.view.dispatch)
    close()
  }
  return (
    <Dialog
      open
      width={420}
      title="Alt text"
      onClose={close}
      footer={
        <>
          <Button size="lg" onClick={close}>
            Cancel
          </Button>
          <Button size="lg" variant="primary" disabled={!ready} onClick={put}>
            Use this text
          </Button>
        </>
      }
    >
      <div className="image-dialog">
        <AltFields alt={alt} decorative={decorative} onAlt={setAlt} onDecorative={setDecorative} />
        <TextField
          label="Title"
          value={title}
          onChange={setTitle}
          hint="Shown where the pointer rests on the picture. Most pictures need none."
        />
      </div>
    </Dialog>
  )
}
