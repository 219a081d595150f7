import { useMemo, useState } from 'react'
import { nameOf } from '../../../../shared/domain/repo-path.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { counted, filesInWords } from '../model/file-words.ts'
import { endingApart, type Move, patternProblem, renamed } from '../model/name-pattern.ts'
import { useFiles } from '../use-media-files.ts'
import { moveFiles } from './move-files.ts'
import {
  closeDialog,
  FileLine,
  Foot,
  MoreLines,
  mostLines,
  PageNames,
  pagesWillChange,
} from './parts.tsx'
import { useRenamePlan } from './use-rename-plan.ts'

interface Props {
  readonly paths: readonly string[]
}

/** What is typed, where it would lead, and what would follow. */
function useRename(paths: readonly string[]) {
  const only = paths.length === 1 ? paths[0] : undefined
  const [pattern, setPattern] = useState(
    only === undefined ? '{name}' : endingApart(nameOf(only))[0],
  )
  const problem = patternProblem(pattern, paths.length)
  const all = useMemo(() => (problem ? [] : renamed(paths, pattern)), [paths, pattern, problem])
  const moves = useMemo(() => all.filter(({ from, to }) => from !== to), [all])
  const { plan, problem: failure } = useRenamePlan(moves)
  return { only, pattern, setPattern, all, moves, plan, problem: problem ?? failure }
}

const doneWords = (moves: readonly Move[], kinds: string) => {
  const only = moves.length === 1 ? moves[0] : undefined
  return only ? `Renamed to ${nameOf(only.to)}` : `${kinds} renamed`
}

/** `Rename`: one name, or a pattern for many; pages follow. */
export function RenameDialog({ paths }: Props) {
  const files = useFiles(paths)
  const { only, pattern, setPattern, all, moves, plan, problem } = useRename(paths)
  const [busy, setBusy] = useState(false)
  const clashes = new Map(plan?.problems.map(({ from, words }) => [from, words]))
  const onDo = async () => {
    setBusy(true)
    const kinds = filesInWords(files.filter(({ path }) => moves.some(({ from }) => from === path)))
    if (!(await moveFiles(moves, doneWords(moves, kinds)))) setBusy(false)
  }
  const isReady = plan !== null && plan.problems.length === 0
  const note =
    plan &&
    (clashes.size > 0
      ? `${counted(clashes.size, 'name')} cannot be used.`
      : pagesWillChange(plan.pages.length))
  return (
    <Dialog
      open
      onClose={closeDialog}
      title="Rename"
      subtitle={only === undefined ? filesInWords(files) : nameOf(only)}
      footer={
        <Foot verb="Rename" busy={busy} disabled={!isReady} onDo={() => void onDo()}>
          <span role="status">{note}</span>
        </Foot>
      }
    >
      <form
        className="media-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady && !busy) void onDo()
        }}
      >
        <TextField
          label={only === undefined ? 'Names' : 'New name'}
          value={pattern}
          onChange={setPattern}
          problem={problem ?? (only === undefined ? null : clashes.get(only))}
          hint={
            only === undefined
              ? '{name} is the old name, {slug} the same in small letters, {seq} a number, {date} today.'
              : `The ending ${endingApart(nameOf(only))[1]} stays.`
          }
        />
        {only === undefined && (
          <ul className="media-lines" aria-label="New names">
            {all.slice(0, mostLines).map(({ from, to }) => (
              <FileLine
                key={from}
                file={files.find(({ path }) => path === from)}
                name={<span className="media-old-name">{nameOf(from)}</span>}
              >
                <span className={clashes.has(from) ? 'media-problem' : 'media-new-name'}>
                  {clashes.get(from) ?? nameOf(to)}
                </span>
              </FileLine>
            ))}
            <MoreLines count={all.length} />
          </ul>
        )}
        {plan && <PageNames pages={plan.pages} />}
      </form>
    </Dialog>
  )
}
