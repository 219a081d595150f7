import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { srcOf } from '../../../lib/site-files.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ImagePicker } from '../../../ui/image-picker.tsx'
import { AltFields } from './alt-fields.tsx'
import { changeImage, insertImage, selectedImage } from './image-commands.ts'

interface Props {
  readonly editor: Editor
  readonly mediaUrl: (src: string) => string | null
  readonly onClose: () => void
}

/** Chooses a picture of the site, and what it shows. */
export function ImageDialog({ editor, mediaUrl, onClose }: Props) {
  const [replaced] = useState(() => selectedImage(editor.state))
  const [chosen, setChosen] = useState<string | null>(null)
  const [alt, setAlt] = useState(String(replaced?.node.attrs.alt ?? ''))
  const [decorative, setDecorative] = useState(false)
  const close = () => {
    onClose()
    editor.view.focus()
  }
  const ready = chosen !== null && (decorative || alt.trim() !== '')
  const put = () => {
    if (chosen === null || !ready) return
    const picture = { src: srcOf(chosen), alt: decorative ? '' : alt.trim() }
    const command = replaced ? changeImage(picture) : insertImage(picture)
    command(editor.state, editor.view.dispatch, editor.view)
    close()
  }
  return (
    <Dialog
      open
      title={replaced ? 'Replace image' : 'Insert image'}
      width={720}
      onClose={close}
      footer={
        <>
          <Button size="lg" onClick={close}>
            Cancel
          </Button>
          <Button size="lg" variant="primary" disabled={!ready} onClick={put}>
            {replaced ? 'Replace' : 'Insert'}
          </Button>
        </>
      }
    >
      <div className="image-dialog">
        <ImagePicker chosen={chosen} mediaUrl={mediaUrl} onChoose={setChosen} />
        <AltFields alt={alt} decorative={decorative} onAlt={setAlt} onDecorative={setDecorative} />
      </div>
    </Dialog>
  )
}
