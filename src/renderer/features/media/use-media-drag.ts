import { type DragEvent, useState } from 'react'
import { moveFiles } from './dialogs/move-files.ts'
import { useMedia } from './media-store.ts'
import { counted } from './model/file-words.ts'
import { movedTo } from './model/name-pattern.ts'
import { selectOnly } from './model/selection.ts'

/** Dragged within the window only: other programs do not know what to do with it. */
const kind = 'application/x-galley-media'

/** What hangs on the pointer: how many files there are. */
function hangWords(event: DragEvent, words: string): void {
  const badge = document.createElement('div')
  badge.className = 'media-drag-badge'
  badge.textContent = words
  document.body.append(badge)
  event.dataTransfer.setDragImage(badge, -12, -8)
  // Chromium has taken its picture of it when the event is over.
  setTimeout(() => badge.remove())
}

/** Takes the chosen files, or the one under the pointer, along with it. */
export function dragChosen(event: DragEvent, paths: readonly string[]): void {
  const cell = (event.target as Element).closest<HTMLElement>('[data-at]')
  const path = paths[Number(cell?.dataset.at ?? -1)]
  if (path === undefined) return
  const { selection, select } = useMedia.getState()
  if (!selection.selected.has(path)) select(selectOnly(path))
  const { selected } = useMedia.getState().selection
  const dragged = paths.filter((one) => selected.has(one))
  event.dataTransfer.setData(kind, JSON.stringify(dragged))
  event.dataTransfer.effectAllowed = 'move'
  hangWords(event, counted(dragged.length, 'file'))
}

const pathsIn = (event: DragEvent): readonly string[] => {
  const told: unknown = JSON.parse(event.dataTransfer.getData(kind) || '[]')
  return Array.isArray(told) ? told.filter((path) => typeof path === 'string') : []
}

/** A folder that files can be dropped on; `over` while they hang above it. */
export function useFolderDrop(folder: string | null) {
  const [over, setOver] = useState(false)
  const isMedia = (event: DragEvent) => folder !== null && event.dataTransfer.types.includes(kind)
  return {
    over,
    handlers: {
      onDragOver(event: DragEvent) {
        if (!isMedia(event)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'move'
        setOver(true)
      },
      onDragLeave: () => setOver(false),
      onDrop(event: DragEvent) {
        setOver(false)
        if (folder === null || !isMedia(event)) return
        event.preventDefault()
        const moves = movedTo(pathsIn(event), folder).filter(({ from, to }) => from !== to)
        const title = `${counted(moves.length, 'file')} moved to ${folder}`
        if (moves.length > 0) void moveFiles(moves, title)
      },
    },
  }
}
