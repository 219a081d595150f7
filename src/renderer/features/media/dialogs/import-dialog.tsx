import type { BatchResult, MediaOffer } from '../../../../shared/ipc/media-calls.ts'
import { request } from '../../../lib/api.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { tellDone } from '../media-steps.ts'
import { useMedia } from '../media-store.ts'
import { filesInWords } from '../model/file-words.ts'
import { folderPlace } from '../model/places.ts'
import { BatchFoot } from './batch-foot.tsx'
import { importedWords } from './batch-words.ts'
import { Failures } from './failures.tsx'
import { ImportFields } from './import-fields.tsx'
import { ImportLines } from './import-lines.tsx'
import { closeDialog, Foot } from './parts.tsx'
import { useBatch } from './use-batch.ts'
import { useImport } from './use-import.ts'

interface Props {
  readonly offer: MediaOffer
  readonly folder: string
}

function showImported({ done }: BatchResult, folder: string): void {
  const { goTo, showFiles } = useMedia.getState()
  if (done.length === 0) return
  useMedia.setState({ search: '' })
  goTo(folderPlace(folder))
  showFiles(done.map(({ path }) => path))
}

/** `Import images`: where files go, what is done to them, and the work itself. */
export function ImportDialog({ offer, folder }: Props) {
  const fields = useImport(offer, folder)
  const batch = useBatch('Nothing was imported')
  const { offered } = offer
  const isIdle = batch.progress === null && batch.result === null
  const failed = batch.result?.failed ?? []
  const { task } = fields
  const onDo = async () => {
    if (!task) return
    const tokens = offered.map(({ token }) => token)
    const rule = fields.hasImages ? task.rule : null
    const result = await batch.start((name) =>
      request('media.import', { ...task, rule, tokens, task: name }),
    )
    if (!result) return
    showImported(result, task.folder)
    tellDone({ ...importedWords(result), undo: result.undo })
    if (result.failed.length === 0) closeDialog()
  }
  const foot = isIdle ? (
    <Foot verb="Import" disabled={!task} onDo={() => void onDo()} />
  ) : batch.progress ? (
    <BatchFoot batch={batch} count={offered.length} doing="Importing…" />
  ) : (
    <Button size="lg" variant="primary" onClick={closeDialog}>
      Done
    </Button>
  )
  return (
    <Dialog
      open
      onClose={closeDialog}
      title="Import images"
      subtitle={offered.length > 0 && filesInWords(offered)}
      width={1000}
      flush
      dismissible={batch.progress === null}
      footer={foot}
    >
      <div className="media-panes">
        <fieldset className="media-rule" disabled={!isIdle} aria-label="Rule">
          <ImportFields fields={fields} />
        </fieldset>
        <div className="media-pane">
          {failed.length > 0 ? (
            <Failures failed={failed} />
          ) : (
            <ImportLines
              {...offer}
              naming={task && { ...task, format: task.rule.format }}
              rule={isIdle && task ? task.rule : null}
            />
          )}
        </div>
      </div>
    </Dialog>
  )
}
