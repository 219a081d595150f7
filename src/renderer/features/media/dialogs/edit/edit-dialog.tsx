import { useEffect, useState } from 'react'
import { nameOf } from '../../../../../shared/domain/repo-path.ts'
import { bytesInWords } from '../../../../lib/bytes-in-words.ts'
import { useCall } from '../../../../lib/use-call.ts'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { fileUrl } from '../../thumb-url.ts'
import { useFiles } from '../../use-media-files.ts'
import { closeDialog, Foot } from '../parts.tsx'
import { CropStage } from './crop-stage.tsx'
import './edit.css'
import { EditFields, sizeInWords } from './edit-fields.tsx'
import { freshEdit, isChanged, orderOf, type PictureEdit } from './picture-edit.ts'
import { useEditPreview } from './use-edit-preview.ts'
import { type EditOf, useSaveEdit } from './use-save-edit.ts'

type Opened = PictureEdit | 'reading' | 'unreadable'

/** The picture's own size, as the browser shows it: upright. */
function usePicture(src: string) {
  const [edit, setEdit] = useState<Opened>('reading')
  useEffect(() => {
    const image = new Image()
    image.addEventListener('load', () =>
      setEdit(freshEdit({ width: image.naturalWidth, height: image.naturalHeight })),
    )
    image.addEventListener('error', () => setEdit('unreadable'))
    image.src = src
  }, [src])
  return [edit, setEdit] as const
}

interface EditorProps extends EditOf {
  readonly src: string
  readonly onChange: (edit: PictureEdit) => void
}

function Editor({ file, src, edit, onChange }: EditorProps) {
  const order = orderOf(edit)
  const preview = useEditPreview(file.path, order)
  const [save, busy] = useSaveEdit({ file, edit })
  const isReady = order !== null && isChanged(edit) && preview?.kind !== 'failed'
  return (
    <Dialog
      open
      onClose={closeDialog}
      title="Edit"
      subtitle={nameOf(file.path)}
      width={1180}
      flush
      footer={
        <Foot verb="Save" busy={busy} disabled={!isReady} onDo={() => void save(false)}>
          <Button size="lg" disabled={!isReady || busy} onClick={() => void save(true)}>
            Save as a new file
          </Button>
        </Foot>
      }
    >
      <div className="media-panes crop-panes">
        <div className="media-rule">
          <EditFields edit={edit} hasQuality={!/png|tiff/.test(file.type)} onChange={onChange} />
          <p role="status" className="crop-outcome">
            <b>{sizeInWords(edit)} pixels</b>
            {preview?.kind === 'made' &&
              `${bytesInWords(preview.after)}, was ${bytesInWords(preview.before)}`}
            {preview?.kind === 'failed' && <span className="media-problem">{preview.words}</span>}
          </p>
          <p>Pages show the new picture where they show this one. You can undo it.</p>
        </div>
        <CropStage src={src} edit={edit} onChange={(part) => onChange({ ...edit, ...part })} />
      </div>
    </Dialog>
  )
}

/** `Edit`: one picture turned, cut and shrunk by hand. */
export function EditDialog({ paths }: { readonly paths: readonly string[] }) {
  const [file] = useFiles(paths)
  const siteId = useCall('app.state').data?.site?.id
  const src = file && siteId ? fileUrl(siteId, file) : null
  return file && src ? <Opening key={src} file={file} src={src} /> : null
}

function Opening({ file, src }: { readonly file: EditOf['file']; readonly src: string }) {
  const [edit, setEdit] = usePicture(src)
  if (typeof edit === 'object') return <Editor {...{ file, src, edit }} onChange={setEdit} />
  return (
    <Dialog open onClose={closeDialog} title="Edit" subtitle={nameOf(file.path)}>
      <p className="media-say" role="status">
        {edit === 'reading'
          ? 'Reading the picture…'
          : 'This picture cannot be shown here. It was left as it is.'}
      </p>
    </Dialog>
  )
}
