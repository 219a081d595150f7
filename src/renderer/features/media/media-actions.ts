import {
  Crop,
  Eye,
  FolderInput,
  FolderOpen,
  Minimize2,
  PencilLine,
  Replace,
  TextCursorInput,
  Trash2,
} from 'lucide-react'
import type { MediaFile } from '../../../shared/ipc/media-calls.ts'
import { request } from '../../lib/api.ts'
import type { MenuEntry } from '../../ui/menu.tsx'
import { tellProblem } from './media-steps.ts'
import { type MediaDialog, useMedia } from './media-store.ts'

export interface MediaAction {
  readonly label: string
  readonly icon: typeof Trash2
  readonly danger?: boolean
  readonly keys?: string
  readonly disabled: boolean
  run(): void
}

/** Drawings have no pixels, and some kinds cannot be written. */
const isEditable = ({ type }: MediaFile) => /^image\/(?:jpeg|png|webp|gif|avif|tiff)$/.test(type)

const ask = (kind: Exclude<MediaDialog['kind'], 'import'>, paths: readonly string[]) => () =>
  useMedia.getState().ask({ kind, paths })

/** What can be done with these files; each asks first. */
export function actionsFor(files: readonly MediaFile[]): readonly MediaAction[] {
  const all = files.map(({ path }) => path)
  const images = files.filter(({ kind }) => kind === 'image').map(({ path }) => path)
  const noImage = images.length === 0
  const isOne = all.length === 1 && files.every(isEditable)
  return [
    { label: 'Optimise…', icon: Minimize2, disabled: noImage, run: ask('optimise', images) },
    {
      label: 'Rename…',
      icon: TextCursorInput,
      keys: 'F2',
      disabled: all.length === 0,
      run: ask('rename', all),
    },
    { label: 'Edit…', icon: Crop, disabled: !isOne, run: ask('edit', all) },
    { label: 'Move…', icon: FolderInput, disabled: all.length === 0, run: ask('move', all) },
    { label: 'Edit alt text…', icon: PencilLine, disabled: noImage, run: ask('alt', images) },
    { label: 'Replace…', icon: Replace, disabled: all.length !== 1, run: ask('replace', all) },
    {
      label: 'Delete…',
      icon: Trash2,
      keys: 'Del',
      danger: true,
      disabled: all.length === 0,
      run: ask('delete', all),
    },
  ]
}

function showInFolder(path: string): void {
  request('app.showInFolder', { path }).catch((error: unknown) =>
    tellProblem('The folder could not be shown', error),
  )
}

/** The rows of the menu on files. */
export function mediaMenu(files: readonly MediaFile[], canChange: boolean): readonly MenuEntry[] {
  const only = files.length === 1 ? files[0] : undefined
  if (files.length === 0) return []
  const single: MenuEntry[] = only
    ? [
        {
          label: 'Look at it',
          icon: Eye,
          keys: 'Enter',
          disabled: only.kind !== 'image',
          run: ask('look', [only.path]),
        },
        { label: 'Show in folder', icon: FolderOpen, run: () => showInFolder(only.path) },
      ]
    : []
  if (!canChange) return single
  const rows = actionsFor(files).flatMap((action): MenuEntry[] =>
    action.danger ? ['line', action] : [action],
  )
  return single.length > 0 ? [...single, 'line', ...rows] : rows
}
