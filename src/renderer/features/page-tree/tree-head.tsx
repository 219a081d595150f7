import { ChevronsDownUp } from 'lucide-react'
import { IconButton } from '../../ui/icon-button.tsx'

interface Props {
  readonly canClose: boolean
  onCloseAll(): void
}

/** The title of the list, and what can be done with the whole of it. */
export function TreeHead({ canClose, onCloseAll }: Props) {
  return (
    <header className="page-tree-head">
      <h2>Pages</h2>
      {canClose && (
        <IconButton
          label="Close all folders"
          icon={ChevronsDownUp}
          size="sm"
          onClick={onCloseAll}
        />
      )}
    </header>
  )
}
