import { type MediaDialog, useMedia } from '../media-store.ts'
import { AltDialog } from './alt-dialog.tsx'
import { DeleteDialog } from './delete-dialog.tsx'
import { EditDialog } from './edit/edit-dialog.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { LookDialog } from './look/look-dialog.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { OptimiseDialog } from './optimise-dialog.tsx'
import { RenameDialog } from './rename-dialog.tsx'
import { ReplaceDialog } from './replace-dialog.tsx'
import './dialogs.css'

const forPaths = {
  optimise: OptimiseDialog,
  rename: RenameDialog,
  move: MoveDialog,
  delete: DeleteDialog,
  alt: AltDialog,
  replace: ReplaceDialog,
  look: LookDialog,
  edit: EditDialog,
} as const

function Shown({ dialog }: { readonly dialog: MediaDialog }) {
  if (dialog.kind === 'import') return <ImportDialog offer={dialog.offer} folder={dialog.folder} />
  const One = forPaths[dialog.kind]
  return <One paths={dialog.paths} />
}

/** The dialog that is asked for, if any. */
export function MediaDialogs() {
  const dialog = useMedia((media) => media.dialog)
  return dialog && <Shown dialog={dialog} />
}
