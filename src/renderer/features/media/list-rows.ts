import type { MediaFile } from '../../../shared/ipc/media-calls.ts'
import {
  checkLabels,
  checks,
  countFound,
  type Findings,
  type Folder,
  folderPlace,
  foldersOf,
  type Place,
} from './model/places.ts'

/** A row of the list panel. */
export interface ListRow {
  readonly place: Place
  readonly label: string
  /** Null until it is known. */
  readonly count: number | null
  readonly level: number
  /** Null for rows that nothing lies in. */
  readonly open: boolean | null
  /** The words above it, where a group begins. */
  readonly group: string | null
}

const plain = { level: 1, open: null, group: null } as const

function folderRows(
  folders: readonly Folder[],
  opened: ReadonlySet<string>,
  level = 1,
): readonly ListRow[] {
  return folders.flatMap(({ path, name, count, folders: inner }) => {
    const open = inner.length > 0 ? opened.has(path) : null
    const row = { place: folderPlace(path), label: name, count, level, open, group: null }
    return open ? [row, ...folderRows(inner, opened, level + 1)] : [row]
  })
}

const beginning = (group: string, rows: readonly ListRow[]): readonly ListRow[] =>
  rows.map((row, i) => (i === 0 ? { ...row, group } : row))

/** What the list panel offers: everything, what is worth a look, and the folders. */
export function listRows(
  files: readonly MediaFile[],
  report: Findings | null,
  opened: ReadonlySet<string>,
): readonly ListRow[] {
  const images = files.filter(({ kind }) => kind === 'image').length
  const all: readonly ListRow[] = [
    { ...plain, place: 'images', label: 'All images', count: images },
    { ...plain, place: 'documents', label: 'Documents', count: files.length - images },
  ]
  // There is nothing to look at, and nothing to tidy, in a site without files.
  if (files.length === 0) return all
  const looks = checks.map((check) => ({
    ...plain,
    place: check,
    label: checkLabels[check],
    count: report && countFound(check, report),
  }))
  return [
    ...all,
    ...beginning('Worth a look', looks),
    ...beginning('Folders', folderRows(foldersOf(files), opened)),
  ]
}
