import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { bytesInWords } from '../../../lib/bytes-in-words.ts'
import { noteImage } from '../../../lib/recent-images-store.ts'
import { srcOf, useSiteFiles } from '../../../lib/site-files.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ImagePicker } from '../../../ui/image-picker.tsx'
import { offerChosen } from '../dropped/offer-store.ts'
import { AltFields } from './alt-fields.tsx'
import { changeImage, insertImage, selectedImage } from './image-commands.ts'
import { isHeavy, makeSmaller } from './make-smaller.ts'

interface Props {
  readonly editor: Editor
  readonly mediaUrl: (src: string) => string | null
  readonly onClose: () => void
}

/** How much a chosen picture weighs, where that is too much for readers; null for others. */
function useWeight(chosen: string | null): number | null {
  const image = useSiteFiles('image')?.find(({ path }) => path === chosen)
  return image && isHeavy(image) ? image.bytes : null
}

/** Chooses a picture of the site, and what it shows. */
export function ImageDialog({ editor, mediaUrl, onClose }: Props) {
  const [replaced] = useState(() => selectedImage(editor.state))
  const [chosen, setChosen] = useState<string | null>(null)
  const [alt, setAlt] = useState(String(replaced?.node.attrs.alt ?? ''))
  const [decorative, setDecorative] = useState(false)
  const [smaller, setSmaller] = useState(false)
  const weight = useWeight(chosen)
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
    noteImage(chosen)
    if (weight !== null && smaller) void makeSmaller(chosen)
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
          {!replaced && (
            <Button size="lg" className="image-from-computer" onClick={() => void offerChosen()}>
              From this computer…
            </Button>
          )}
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
        {weight !== null && (
          <Checkbox
            label={`Make the file smaller: it has ${bytesInWords(weight)}, which readers wait for`}
            checked={smaller}
            onChange={setSmaller}
          />
        )}
        <AltFields alt={alt} decorative={decorative} onAlt={setAlt} onDecorative={setDecorative} />
      </div>
    </Dialog>
  )
}
