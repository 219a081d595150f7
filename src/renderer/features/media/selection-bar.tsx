import { X } from 'lucide-react'
import type { MediaFile } from '../../../shared/ipc/media-calls.ts'
import { bytesInWords } from '../../lib/bytes-in-words.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { actionsFor } from './media-actions.ts'
import { useMedia } from './media-store.ts'
import { inFigures } from './model/file-words.ts'

/** What can be done with the chosen files; it floats over the grid and goes with the choice. */
export function SelectionBar({ files }: { readonly files: readonly MediaFile[] }) {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  const clear = () => {
    const { selection, select } = useMedia.getState()
    select({ ...selection, selected: new Set() })
    document.querySelector<HTMLElement>('.media-grid')?.focus()
  }
  return (
    <div className="media-selection" role="toolbar" aria-label="Selected images">
      <span className="media-selection-count" role="status">
        <b>{inFigures(files.length)} selected</b> {bytesInWords(bytes)}
      </span>
      <span className="media-selection-line" aria-hidden />
      {actionsFor(files).map(({ label, icon, danger, disabled, run }) => (
        <Button
          key={label}
          variant={danger ? 'danger' : 'quiet'}
          disabled={disabled}
          onClick={run}
          {...(label === 'Optimise…' ? { icon } : {})}
        >
          {label}
        </Button>
      ))}
      <span className="media-selection-line" aria-hidden />
      <IconButton label="Clear the selection" icon={X} keys="Esc" size="sm" onClick={clear} />
    </div>
  )
}
