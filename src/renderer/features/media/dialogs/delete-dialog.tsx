import { useMemo, useState } from 'react'
import { request } from '../../../lib/api.ts'
import { useCall } from '../../../lib/use-call.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { stepped, tellDone } from '../media-steps.ts'
import { useMedia } from '../media-store.ts'
import { counted, filesInWords } from '../model/file-words.ts'
import { useFiles } from '../use-media-files.ts'
import { closeDialog, FileLine, Foot, MoreLines, mostLines, PageNames } from './parts.tsx'

const consequence = (pages: number, one: boolean) =>
  pages === 0
    ? `No page that was searched uses ${one ? 'it' : 'them'}.`
    : `${counted(pages, 'page')} ${pages === 1 ? 'uses' : 'use'} ${one ? 'it' : 'them'} and would show a gap.`

/** `Delete`: says which pages would show a gap. */
export function DeleteDialog({ paths }: { readonly paths: readonly string[] }) {
  const files = useFiles(paths)
  const input = useMemo(() => ({ paths: [...paths] }), [paths])
  const { data: plan, error } = useCall('media.planDelete', input)
  const [busy, setBusy] = useState(false)
  const one = paths.length === 1
  const onDo = async () => {
    setBusy(true)
    const what = filesInWords(files)
    const done = await stepped('Nothing was deleted', () => request('media.delete', input))
    setBusy(false)
    if (!done) return
    const { selection, select } = useMedia.getState()
    select({ ...selection, selected: new Set() })
    closeDialog()
    tellDone({ title: `${what} deleted`, undo: done.undo })
  }
  return (
    <Dialog
      open
      onClose={closeDialog}
      title="Delete"
      subtitle={filesInWords(files)}
      footer={
        <Foot
          verb="Delete"
          danger
          busy={busy}
          disabled={!plan && !error}
          onDo={() => void onDo()}
        />
      }
    >
      <div className="media-form">
        <p className="media-say">
          {plan && consequence(plan.pages.length, one)}
          {error && 'It is not known which pages use this.'} You can undo this, and until you
          publish, the site keeps what it has.
        </p>
        {plan && <PageNames pages={plan.pages} />}
        <ul className="media-lines" aria-label="Files">
          {files.slice(0, mostLines).map((file) => (
            <FileLine key={file.path} file={file} />
          ))}
          <MoreLines count={files.length} />
        </ul>
      </div>
    </Dialog>
  )
}
