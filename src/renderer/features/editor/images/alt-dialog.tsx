import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { AltFields } from './alt-fields.tsx'
import { changeImage, selectedImage } from './image-commands.ts'

/** Says what the selected picture shows. */
export function AltDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const [image] = useState(() => selectedImage(editor.state))
  const before = String(image?.node.attrs.alt ?? '')
  const [alt, setAlt] = useState(before)
  const [decorative, setDecorative] = useState(image?.node.attrs.alt === '')
  const close = () => {
    onClose()
    editor.view.focus()
  }
  const ready = decorative || alt.trim() !== ''
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
          <Button
            size="lg"
            variant="primary"
            disabled={!ready}
            onClick={() => {
              changeImage({ alt: decorative ? '' : alt.trim() })(editor.state, editor.view.dispatch)
              close()
            }}
          >
            Use this text
          </Button>
        </>
      }
    >
      <AltFields alt={alt} decorative={decorative} onAlt={setAlt} onDecorative={setDecorative} />
    </Dialog>
  )
}
