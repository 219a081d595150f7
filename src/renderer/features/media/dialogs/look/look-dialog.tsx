import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { nameOf } from '../../../../../shared/domain/repo-path.ts'
import { bytesInWords } from '../../../../lib/bytes-in-words.ts'
import { useCall } from '../../../../lib/use-call.ts'
import { Dialog } from '../../../../ui/dialog.tsx'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { useMedia } from '../../media-store.ts'
import { selectOnly } from '../../model/selection.ts'
import { fileUrl, thumbUrl } from '../../thumb-url.ts'
import { useFiles, useShownFiles } from '../../use-media-files.ts'
import { closeDialog } from '../parts.tsx'
import './look.css'
import { ZoomedPicture } from './zoomed-picture.tsx'

/** The pictures that stand before and behind this one in the list. */
function useNeighbours(path: string) {
  const { shown } = useShownFiles()
  const images = shown.filter(({ kind }) => kind === 'image').map((file) => file.path)
  const at = images.indexOf(path)
  return { before: images[at - 1], behind: at < 0 ? undefined : images[at + 1] }
}

/** A picture to look at closely, and from there the others of the list. */
export function LookDialog({ paths }: { readonly paths: readonly string[] }) {
  const [path, setPath] = useState(paths[0] ?? '')
  const [file] = useFiles([path])
  const siteId = useCall('app.state').data?.site?.id
  const { before, behind } = useNeighbours(path)
  if (!file || !siteId) return null
  const go = (to: string | undefined) => {
    if (to === undefined) return
    setPath(to)
    useMedia.getState().select(selectOnly(to))
  }
  return (
    <Dialog
      open
      onClose={closeDialog}
      title={nameOf(file.path)}
      subtitle={bytesInWords(file.bytes)}
      width={1180}
      flush
    >
      <div className="media-look-frame">
        <ZoomedPicture
          key={file.path}
          src={fileUrl(siteId, file)}
          instead={thumbUrl(siteId, file, 640)}
          onGo={(way) => go(way === 1 ? behind : before)}
        />
        <IconButton
          label="Picture before"
          icon={ChevronLeft}
          keys="←"
          className="media-look-before"
          disabled={before === undefined}
          onClick={() => go(before)}
        />
        <IconButton
          label="Next picture"
          icon={ChevronRight}
          keys="→"
          className="media-look-next"
          disabled={behind === undefined}
          onClick={() => go(behind)}
        />
      </div>
    </Dialog>
  )
}
