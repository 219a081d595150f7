import { nameOf } from '../../../../shared/domain/repo-path.ts'
import { bytesInWords } from '../../../lib/bytes-in-words.ts'
import { useCall } from '../../../lib/use-call.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { fileUrl } from '../thumb-url.ts'
import { useFiles } from '../use-media-files.ts'
import { closeDialog } from './parts.tsx'

/** A picture as large as the window allows. */
export function LookDialog({ paths }: { readonly paths: readonly string[] }) {
  const [file] = useFiles(paths)
  const siteId = useCall('app.state').data?.site?.id
  if (!file || !siteId) return null
  return (
    <Dialog
      open
      onClose={closeDialog}
      title={nameOf(file.path)}
      subtitle={bytesInWords(file.bytes)}
      width={1180}
      flush
    >
      <div className="media-look">
        <img src={fileUrl(siteId, file)} alt="" />
      </div>
    </Dialog>
  )
}
