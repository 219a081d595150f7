import { extensionOf, joinPath, nameOf, type RepoPath } from '../repo-path.ts'
import type { SiteProfile } from '../site/site-profile.ts'
import { slugOf } from '../site/slug.ts'
import { typeOfPath } from './asset-types.ts'

/** Names Windows keeps for devices, whatever their ending. */
const device = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(?:\.|$)/i
const forbidden = /[<>:"|?*\\\p{Cc}]/u
const repository = /^(?:\.git|git~\d+)[. ]*$/i
const mostCharacters = 240

function partProblem(part: string): string | null {
  const hit = forbidden.exec(part)?.[0]
  if (hit !== undefined)
    return hit < ' ' ? 'The name holds an invisible character.' : `A name cannot hold “${hit}”.`
  if (/^\s|[\s.]$/.test(part))
    return 'A name cannot begin with a space, or end with a space or dot.'
  if (device.test(part)) return `Windows keeps the name “${part}” for itself.`
  if (repository.test(part)) return `The name “${part}” is kept for the site’s history.`
  return encodeURIComponent(part).replace(/%../g, '_').length > 200 ? 'The name is too long.' : null
}

/** Why a file Galley makes cannot have this path on every system, in one sentence; null where it can. */
export function pathProblem(path: RepoPath): string | null {
  for (const part of path.split('/')) {
    const problem = partProblem(part)
    if (problem !== null) return problem
  }
  return path.length > mostCharacters ? 'The name and its folders are too long together.' : null
}

/** Paths with the same key are one file on some system. */
export const pathKey = (path: RepoPath): string => path.normalize('NFC').toUpperCase().toLowerCase()

/** `IMG 0123 (2).JPG` → `img-0123-2.jpg`: safe in every address and on every system; never empty. */
export function safeName(name: string): string {
  const extension = extensionOf(name)
  const stem = extension === '' ? name : name.slice(0, -extension.length - 1)
  const slug = slugOf(stem.replace(/ß/g, 'ss')).slice(0, 100).replace(/-+$/, '') || 'file'
  const own = device.test(slug) ? `${slug}-file` : slug
  return extension === '' ? own : `${own}.${slugOf(extension) || 'bin'}`
}

/** The path itself, or with `-2`, `-3`, … before its ending where `taken` holds that name. Adds it to `taken`. */
export function uniquePath(path: RepoPath, taken: Set<string>): RepoPath {
  const extension = extensionOf(path)
  const dotted = extension === '' ? '' : path.slice(-extension.length - 1)
  const stem = path.slice(0, path.length - dotted.length)
  let own = path
  for (let n = 2; taken.has(pathKey(own)); n++) own = `${stem}-${n}${dotted}`
  taken.add(pathKey(own))
  return own
}

/** What a name pattern is filled with. */
export interface NameParts {
  /** The old name. */
  readonly name: string
  /** `2026-11-25`. */
  readonly date: string
  /** From 1. */
  readonly sequence: number
}

/** `{date}-{name}`, `{slug}` and `{seq}` filled in, made safe, with the old ending. */
export function nameFromPattern(pattern: string, { name, date, sequence }: NameParts): string {
  const extension = extensionOf(name)
  const stem = extension === '' ? nameOf(name) : nameOf(name).slice(0, -extension.length - 1)
  const filled = pattern
    .replaceAll(/\{(?:name|slug)\}/g, () => stem)
    .replaceAll('{date}', date)
    .replaceAll('{seq}', String(sequence).padStart(3, '0'))
  return safeName(extension === '' ? filled : `${filled}.${extension}`)
}

/** Isomer keeps documents under `files/`, whatever folder of images they are brought to. */
const documentFolder = (folder: RepoPath, profile: SiteProfile): RepoPath =>
  profile === 'isomer' && /^images(?:\/|$)/.test(folder) ? 'files' : folder

/** Where files from outside go. */
export interface ImportNames {
  readonly folder: RepoPath
  readonly profile: SiteProfile
  /** `{name}`, `{slug}`, `{seq}`, `{date}` and own words. */
  readonly names: string
  /** `2026-11-25`. */
  readonly date: string
}

/** The path of the file at `index` of an import, whatever is there already. */
export const importedPath = (
  name: string,
  index: number,
  { folder, profile, names, date }: ImportNames,
): RepoPath =>
  joinPath(
    typeOfPath(name).startsWith('image/') ? folder : documentFolder(folder, profile),
    nameFromPattern(names, { name, date, sequence: index + 1 }),
  )
