import { nameOf } from '../../../../shared/domain/repo-path.ts'
import type { BatchResult } from '../../../../shared/ipc/media-calls.ts'
import { request } from '../../../lib/api.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { tellDone } from '../media-steps.ts'
import { useMedia } from '../media-store.ts'
import { counted } from '../model/file-words.ts'
import { BatchFoot } from './batch-foot.tsx'
import { optimisedWords } from './batch-words.ts'
import { Failures } from './failures.tsx'
import { OptimiseLines } from './optimise-lines.tsx'
import { closeDialog, Foot } from './parts.tsx'
import { ruleOf, useRuleDraft } from './rule.ts'
import { RuleFields } from './rule-fields.tsx'
import { useBatch } from './use-batch.ts'

/** The files are chosen where they are now: a new format is a new name. */
function showDone({ done, kept }: BatchResult): void {
  useMedia.getState().showFiles([...done.map(({ path }) => path), ...kept])
}

/** `Optimise`: a rule, what it would come to, and the work itself. */
export function OptimiseDialog({ paths }: { readonly paths: readonly string[] }) {
  const { draft, change } = useRuleDraft()
  const batch = useBatch('The images stay as they were')
  const isIdle = batch.progress === null && batch.result === null
  const rule = ruleOf(draft)
  const failed = batch.result?.failed ?? []
  const onDo = async () => {
    if (!rule) return
    const result = await batch.start((task) =>
      request('media.optimise', { paths: [...paths], rule, task }),
    )
    if (!result) return
    showDone(result)
    tellDone({ ...optimisedWords(result), undo: result.undo })
    if (result.failed.length === 0) closeDialog()
  }
  const foot = isIdle ? (
    <Foot verb="Optimise" disabled={!rule} onDo={() => void onDo()} />
  ) : batch.progress ? (
    <BatchFoot batch={batch} count={paths.length} doing="Optimising…" />
  ) : (
    <Button size="lg" variant="primary" onClick={closeDialog}>
      Done
    </Button>
  )
  return (
    <Dialog
      open
      onClose={closeDialog}
      title="Optimise"
      subtitle={paths.length === 1 ? nameOf(paths[0] ?? '') : counted(paths.length, 'image')}
      width={1000}
      flush
      dismissible={batch.progress === null}
      footer={foot}
    >
      <div className="media-panes">
        <fieldset className="media-rule" disabled={!isIdle} aria-label="Rule">
          <RuleFields draft={draft} onChange={change} />
          <p>
            Images are turned upright and never enlarged. Pages follow where an ending changes. One
            undo takes everything back.
          </p>
        </fieldset>
        <div className="media-pane">
          {failed.length > 0 ? (
            <Failures failed={failed} />
          ) : (
            <OptimiseLines paths={paths} rule={isIdle ? rule : null} />
          )}
        </div>
      </div>
    </Dialog>
  )
}
