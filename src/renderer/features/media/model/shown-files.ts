import { nameOf } from '../../../../shared/domain/repo-path.ts'
import type { MediaFile } from '../../../../shared/ipc/media-calls.ts'
import { typeInWords } from './file-words.ts'

export const sorts = ['name', 'newest', 'oldest', 'largest', 'smallest'] as const
export type Sort = (typeof sorts)[number]

export const sortLabels: Readonly<Record<Sort, string>> = {
  name: 'By name',
  newest: 'Newest first',
  oldest: 'Oldest first',
  largest: 'Largest first',
  smallest: 'Smallest first',
}

const compare = new Intl.Collator('en', { numeric: true, sensitivity: 'base' }).compare

const byName = (a: MediaFile, b: MediaFile) =>
  compare(nameOf(a.path), nameOf(b.path)) || compare(a.path, b.path)

const orders: Readonly<Record<Sort, (a: MediaFile, b: MediaFile) => number>> = {
  name: () => 0,
  newest: (a, b) => (b.modified ?? 0) - (a.modified ?? 0),
  oldest: (a, b) => (a.modified ?? 0) - (b.modified ?? 0),
  largest: (a, b) => b.bytes - a.bytes,
  smallest: (a, b) => a.bytes - b.bytes,
}

/** The order the user chose; files that are alike in it stand by name. */
export const sorted = (files: readonly MediaFile[], sort: Sort): readonly MediaFile[] =>
  [...files].sort((a, b) => orders[sort](a, b) || byName(a, b))

/** The kinds of files there are among these, most first. */
export function typesOf(files: readonly MediaFile[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { type } of files) {
    const words = typeInWords(type)
    if (words !== '') counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  return [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
}

/** The files whose path has all the words, of one kind where one is asked for. */
export function found(
  files: readonly MediaFile[],
  search: string,
  type: string | null,
): readonly MediaFile[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0 && type === null) return files
  return files.filter((file) => {
    if (type !== null && typeInWords(file.type) !== type) return false
    const path = file.path.toLowerCase()
    return words.every((word) => path.includes(word))
  })
}
