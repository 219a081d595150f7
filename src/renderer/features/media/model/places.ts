import { folderOf } from '../../../../shared/domain/repo-path.ts'
import type { MediaAlike, MediaFile, MediaReport } from '../../../../shared/ipc/media-calls.ts'

export const checks = ['unused', 'missing-alt', 'too-big', 'duplicates', 'alike', 'broken'] as const
/** A list of files that are worth a look. */
export type Check = (typeof checks)[number]
/** What the list panel offers: everything, what is worth a look, or a folder with all below it. */
export type Place = 'images' | 'documents' | Check | `folder:${string}`

export const checkLabels: Readonly<Record<Check, string>> = {
  unused: 'Unused',
  'missing-alt': 'Missing alt text',
  'too-big': 'Too big',
  duplicates: 'Duplicates',
  alike: 'Look alike',
  broken: 'Broken links',
}

export const isCheck = (place: Place): place is Check =>
  (checks as readonly string[]).includes(place)

export const folderPlace = (path: string): Place => `folder:${path}`
export const folderIn = (place: Place): string | null =>
  place.startsWith('folder:') ? place.slice('folder:'.length) : null

/** What a place is called above its files. */
export function placeLabel(place: Place): string {
  const folder = folderIn(place)
  if (folder !== null) return folder.slice(folder.lastIndexOf('/') + 1)
  if (isCheck(place)) return checkLabels[place]
  return place === 'images' ? 'All images' : 'Documents'
}

const unique = (paths: readonly (string | null)[]) => [
  ...new Set(paths.filter((path): path is string => path !== null)),
]

/** What the checks found; `alike` null until somebody asked for it, for every picture is looked at. */
export interface Findings extends MediaReport {
  readonly alike: MediaAlike['groups'] | null
}

/** The files a check found, in its order; broken links lead to no file. */
export function pathsFound(check: Check, report: Findings): readonly string[] {
  switch (check) {
    case 'unused':
      return report.unused.map(({ path }) => path)
    case 'missing-alt':
      return unique(report.missingAlt.filter(({ alt }) => alt === null).map(({ path }) => path))
    case 'too-big':
      return report.tooBig.map(({ path }) => path)
    case 'duplicates':
      return report.duplicates.flatMap(({ paths }) => paths)
    case 'alike':
      return (report.alike ?? []).flatMap(({ paths }) => paths)
    case 'broken':
      return []
  }
}

/** How many things a check found; null while it is not known. */
export function countFound(check: Check, report: Findings): number | null {
  if (check === 'alike' && report.alike === null) return null
  return check === 'broken' ? report.broken.length : pathsFound(check, report).length
}

/** The files of a place; those of a check only once its report is there. */
export function filesIn(
  place: Place,
  files: readonly MediaFile[],
  report: Findings | null,
): readonly MediaFile[] {
  if (place === 'images') return files.filter(({ kind }) => kind === 'image')
  if (place === 'documents') return files.filter(({ kind }) => kind === 'document')
  const folder = folderIn(place)
  if (folder !== null) return files.filter(({ path }) => path.startsWith(`${folder}/`))
  if (!report || !isCheck(place)) return []
  const byPath = new Map(files.map((file) => [file.path, file]))
  return pathsFound(place, report).flatMap((path) => byPath.get(path) ?? [])
}

export interface Folder {
  readonly path: string
  readonly name: string
  /** Files in it and below. */
  readonly count: number
  readonly folders: readonly Folder[]
}

interface Growing {
  path: string
  name: string
  count: number
  folders: Map<string, Growing>
}

const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' }).compare

const settled = (folders: ReadonlyMap<string, Growing>): readonly Folder[] =>
  [...folders.values()]
    .sort((a, b) => byName(a.name, b.name))
    .map((folder) => ({ ...folder, folders: settled(folder.folders) }))

/** The folders that hold media, as a tree. */
export function foldersOf(files: readonly Pick<MediaFile, 'path'>[]): readonly Folder[] {
  const top = new Map<string, Growing>()
  for (const file of files) {
    const folder = folderOf(file.path)
    if (folder === '') continue
    let level = top
    let path = ''
    for (const name of folder.split('/')) {
      path = path === '' ? name : `${path}/${name}`
      const known = level.get(name) ?? { path, name, count: 0, folders: new Map() }
      known.count += 1
      level.set(name, known)
      level = known.folders
    }
  }
  return settled(top)
}

/** The paths of all folders of a tree, parents first. */
export const folderPaths = (folders: readonly Folder[]): readonly string[] =>
  folders.flatMap(({ path, folders: inner }) => [path, ...folderPaths(inner)])
