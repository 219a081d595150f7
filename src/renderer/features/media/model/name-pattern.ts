import { folderOf, joinPath, nameOf } from '../../../../shared/domain/repo-path.ts'

export interface Move {
  readonly from: string
  readonly to: string
}

/** The name without its ending, and the ending with its dot. */
export function endingApart(name: string): readonly [base: string, ending: string] {
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)]
}

/** Words as web addresses like them: small letters, digits and hyphens. */
function inPlainLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}

interface Filling {
  readonly base: string
  /** Place in the selection, from 1. */
  readonly place: number
  readonly count: number
  readonly date: string
}

/** `{name}`, `{slug}`, `{seq}` and `{date}` of one file. */
function filled(pattern: string, { base, place, count, date }: Filling): string {
  const digits = Math.max(2, String(count).length)
  const values: Readonly<Record<string, string>> = {
    name: base,
    slug: inPlainLetters(base) || base,
    seq: String(place).padStart(digits, '0'),
    date,
  }
  return pattern.replace(/\{(name|slug|seq|date)\}/g, (_, word: string) => values[word] ?? '')
}

/** Where files go when they are named by a pattern; endings stay. A typed ending of the file itself counts once. */
export function renamed(
  paths: readonly string[],
  pattern: string,
  date = new Date().toISOString().slice(0, 10),
): readonly Move[] {
  return paths.map((from, i) => {
    const [base, ending] = endingApart(nameOf(from))
    const words = filled(pattern.trim(), { base, place: i + 1, count: paths.length, date })
    const hasEnding = ending !== '' && words.toLowerCase().endsWith(ending.toLowerCase())
    const name = hasEnding ? words.slice(0, -ending.length) : words
    return { from, to: joinPath(folderOf(from), `${name.trim()}${ending}`) }
  })
}

/** What keeps a pattern from being used, in words. */
export function patternProblem(pattern: string, count: number): string | null {
  const words = pattern.trim()
  if (words === '') return 'Write a name.'
  if (/[/\\]/.test(words)) return 'A name has no slashes. To put files elsewhere, use Move.'
  if (/[<>:"|?*]/.test(words)) return 'Some computers cannot store names with < > : " | ? or *.'
  if (/^\.|\.$/.test(words)) return 'A name does not begin or end with a dot.'
  if (count > 1 && !/\{(name|slug|seq)\}/.test(words))
    return 'With {seq} or {name} in it, every file gets a name of its own.'
  return null
}

/** Files put into a folder under their own names. */
export const movedTo = (paths: readonly string[], folder: string): readonly Move[] =>
  paths.map((from) => ({ from, to: joinPath(folder, nameOf(from)) }))

/** What keeps a folder from being used, in words; `roots` are the top folders that hold media. */
export function folderProblem(folder: string, roots: readonly string[]): string | null {
  if (folder === '') return 'Choose a folder.'
  const parts = folder.split('/')
  if (parts.includes('..')) return 'A folder cannot lead out of the site.'
  if (parts.some((part) => part.trim() === '' || part.startsWith('.')))
    return 'Every part of the folder needs a name.'
  if (/[<>:"|?*\\]/.test(folder))
    return 'Some computers cannot store names with < > : " | ? * or \\.'
  if (roots.length > 0 && !roots.includes(parts[0] ?? ''))
    return `Files of this site lie in ${roots.join(' or ')}. Begin with that.`
  return null
}

/** A folder as it was typed, without spaces and slashes around it. */
export const typedFolder = (text: string): string => text.trim().replace(/^\/+|\/+$/g, '')
