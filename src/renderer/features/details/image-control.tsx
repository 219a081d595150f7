import { ArrowLeftRight, ImageOff } from 'lucide-react'
import { useState } from 'react'
import { bytesInWords } from '../../lib/bytes-in-words.ts'
import { noteImage } from '../../lib/recent-images-store.ts'
import { fileNameOf, srcOf, useSiteFiles } from '../../lib/site-files.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { ImagePicker } from '../../ui/image-picker.tsx'

interface Props {
  readonly src: string
  readonly locked: boolean
  readonly mediaUrl: (src: string) => string | null
  readonly onValue: (src: string) => void
}

function ChooseImage(props: Pick<Props, 'mediaUrl' | 'onValue'> & { onClose: () => void }) {
  const { mediaUrl, onValue, onClose } = props
  const [chosen, setChosen] = useState<string | null>(null)
  return (
    <Dialog
      open
      title="Choose an image"
      width={720}
      onClose={onClose}
      footer={
        <>
          <Button size="lg" onClick={onClose}>
            Cancel
          </Button>
          <Button
            size="lg"
            variant="primary"
            disabled={chosen === null}
            onClick={() => {
              if (chosen !== null) {
                onValue(srcOf(chosen))
                noteImage(chosen)
              }
              onClose()
            }}
          >
            Use this image
          </Button>
        </>
      }
    >
      <div className="image-dialog">
        <ImagePicker chosen={chosen} mediaUrl={mediaUrl} onChoose={setChosen} />
      </div>
    </Dialog>
  )
}

/** The picture a detail names, and a way to another one. */
export function ImagePreview({ src, locked, mediaUrl, onValue }: Props) {
  const [choosing, setChoosing] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const images = useSiteFiles('image')
  const url = mediaUrl(src)
  const size = images?.find(({ path }) => srcOf(path) === src || `/${path}` === src)?.bytes
  return (
    <div className="detail-image">
      {url && failed !== url ? (
        <img src={url} alt="" onError={() => setFailed(url)} />
      ) : (
        <span className="detail-image-none">
          <ImageOff size={16} strokeWidth={1.75} aria-hidden />
        </span>
      )}
      <span className="detail-image-words">
        <span>{src ? fileNameOf(src) : 'No image'}</span>
        {size !== undefined && <small>{bytesInWords(size)}</small>}
      </span>
      {!locked && (
        <IconButton
          label="Choose a picture"
          icon={ArrowLeftRight}
          onClick={() => setChoosing(true)}
        />
      )}
      {choosing && (
        <ChooseImage mediaUrl={mediaUrl} onValue={onValue} onClose={() => setChoosing(false)} />
      )}
    </div>
  )
}
