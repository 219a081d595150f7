import { Dialog } from '@base-ui/react/dialog'
import { useState } from 'react'
import { useCommand } from '../../lib/command-store.ts'
import '../../ui/dialog.css'
import './palette.css'
import { PaletteSearch } from './palette-search.tsx'

interface Props {
  /** Paths of pages lately in front, asked each time the palette opens. */
  readonly recent: () => readonly string[]
}

/** Where to go and what to do, by name: `Go to`. */
export function Palette({ recent }: Props) {
  const [open, setOpen] = useState(false)
  // Opened again while it still fades out, it must not show the last search.
  const [opening, setOpening] = useState(0)
  const start = () => {
    setOpen(true)
    setOpening((n) => n + 1)
  }
  useCommand('go.search', { run: start })
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Portal>
        <Dialog.Backdrop className="ui-scrim palette-scrim" />
        <Dialog.Viewport className="palette-viewport">
          <Dialog.Popup className="palette" aria-label="Go to">
            <PaletteSearch key={opening} recent={recent} onDone={() => setOpen(false)} />
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
