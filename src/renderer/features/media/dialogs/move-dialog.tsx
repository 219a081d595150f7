import { useMemo, useState } from 'react'
import { folderOf } from '../../../../shared/domain/repo-path.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { filesInWords } from '../model/file-words.ts'
import { movedTo, typedFolder } from '../model/name-pattern.ts'
import { useFiles } from '../use-media-files.ts'
import { FolderField, useFolderProblem } from './folder-field.tsx'
import { moveFiles } from './move-files.ts'
import { closeDialog, Foot, PageNames, pagesWillChange } from './parts.tsx'
import { useRenamePlan } from './use-rename-plan.ts'

/** `Move`: into another folder, which may be a new one; pages follow. */
export function MoveDialog({ paths }: { readonly paths: readonly string[] }) {
  const files = useFiles(paths)
  const [text, setText] = useState(() => folderOf(paths[0] ?? ''))
  const [busy, setBusy] = useState(false)
  const folder = typedFolder(text)
  const unusable = useFolderProblem(text)
  const moves = useMemo(
    () => (unusable ? [] : movedTo(paths, folder).filter(({ from, to }) => from !== to)),
    [paths, folder, unusable],
  )
  const { plan, problem } = useRenamePlan(moves)
  const clash = plan?.problems[0]
  const onDo = async () => {
    setBusy(true)
    if (!(await moveFiles(moves, `${filesInWords(files)} moved to ${folder}`))) setBusy(false)
  }
  const words = problem ?? clash?.words ?? (plan && pagesWillChange(plan.pages.length))
  return (
    <Dialog
      open
      onClose={closeDialog}
      title="Move"
      subtitle={filesInWords(files)}
      footer={
        <Foot
          verb="Move"
          busy={busy}
          disabled={!plan || clash !== undefined}
          onDo={() => void onDo()}
        >
          <span role="status" className={problem || clash ? 'media-problem' : undefined}>
            {words}
          </span>
        </Foot>
      }
    >
      <div className="media-form">
        <FolderField value={text} onChange={setText} />
        {plan && <PageNames pages={plan.pages} />}
      </div>
    </Dialog>
  )
}
