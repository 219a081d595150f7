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
  useCommand('go.search', { run: () => setOpen(true) })
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Portal>
        <Dialog.Backdrop className="ui-scrim palette-scrim" />
        <Dialog.Viewport className="palette-viewport">
          <Dialog.Popup className="palette" aria-label="Go to">
            <PaletteSearch recent={recent} onDone={() => setOpen(false)} />
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
