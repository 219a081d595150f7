import { useMemo } from 'react'
import type { MediaFile, MediaReport } from '../../../shared/ipc/media-calls.ts'
import { BrokenList } from './broken-list.tsx'
import { MediaDialogs } from './dialogs/media-dialogs.tsx'
import { MediaBar } from './media-bar.tsx'
import { MediaGrid } from './media-grid.tsx'
import { NoFiles, NotRead, Reading } from './media-states.tsx'
import { useMedia } from './media-store.ts'
import { folderIn, type Place } from './model/places.ts'
import { SelectionBar } from './selection-bar.tsx'
import { useFollowWindow } from './use-follow-window.ts'
import { chooseImport, useMediaDrop } from './use-media-drop.ts'
import { type ShownFiles, useCanChange, useShownFiles } from './use-media-files.ts'
import { usePictured } from './use-report.ts'
import { useUndo } from './use-undo.ts'
import './media.css'

/** Where new files go: the folder shown, else where most images lie. */
function importFolder(place: Place, files: readonly MediaFile[] | null): string {
  const folder = folderIn(place)
  if (folder !== null) return folder
  const counts = new Map<string, number>()
  for (const { path, kind } of files ?? []) {
    const top = path.includes('/') ? path.slice(0, path.indexOf('/')) : ''
    if (kind === 'image' && top !== '') counts.set(top, (counts.get(top) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  return most?.[0] ?? 'images'
}

interface ContentProps {
  readonly place: Place
  readonly state: ShownFiles
  readonly onImport: (() => void) | null
}

const nothingBroken: MediaReport['broken'] = []

function Content({ place, state, onImport }: ContentProps) {
  const { files, shown, report, error, retry } = state
  if (error) return <NotRead error={error} retry={retry} />
  if (files === null) return <Reading place={place} />
  const broken = place === 'broken' ? (report?.broken ?? nothingBroken) : nothingBroken
  if (broken.length > 0) return <BrokenList broken={broken} />
  if (shown.length === 0)
    return <NoFiles place={place} searched={files.length > 0} onImport={onImport} />
  return <MediaGrid key={place} files={shown} report={report} />
}

/** The middle of the media section: the files, and what can be done with them. */
export function MediaWork() {
  useFollowWindow()
  const place = useMedia((media) => media.place)
  const selected = useMedia((media) => media.selection.selected)
  const state = useShownFiles()
  const pictured = usePictured(state.files?.length ?? 1)
  const folder = importFolder(place, state.files)
  const { over, handlers } = useMediaDrop(folder)
  const canChange = useCanChange()
  useUndo(canChange)
  const onImport = canChange ? () => void chooseImport(folder) : null
  const chosen = useMemo(
    () => state.shown.filter(({ path }) => selected.has(path)),
    [state.shown, selected],
  )
  return (
    <div className="media" {...(canChange && handlers)}>
      <MediaBar files={state.files ?? []} shown={state.shown} onImport={onImport} />
      <div className="media-content" {...pictured}>
        <Content place={place} state={state} onImport={onImport} />
        {canChange && chosen.length > 0 && <SelectionBar files={chosen} />}
        {over && <div className="media-drop">Drop to import into {folder}</div>}
      </div>
      <MediaDialogs />
    </div>
  )
}
