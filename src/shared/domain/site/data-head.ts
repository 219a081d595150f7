import { dataAt } from '../document/front-matter/data-tree.ts'
import { dataOf } from '../document/front-matter/front-format.ts'
import { splitFront } from '../document/front-matter/split-front.ts'
import type { PageHead } from './page-head.ts'

/** Whether a file may begin with TOML (`+++`) or JSON (`{`) front matter. */
export const mayBeData = (text: string): boolean => /^\uFEFF?(?:\+\+\+[ \t]*\r?\n|\{)/.test(text)

/**
 * The values of some keys from TOML or JSON front matter, as text. Null where there is none, or where the text given
 * does not hold all of it. Never throws.
 */
export function readDataHead(text: string, keys: readonly string[]): PageHead | null {
  const { front } = splitFront(text)
  if (front === '') return null
  const data = dataOf(front)
  if (data.kind !== 'data') return {}
  const entries = keys.flatMap((key): [string, string][] => {
    const node = dataAt(data.tree, [key])
    if (!node || node.kind === 'list' || node.kind === 'map' || node.value === null) return []
    const value = String(node.value).trim()
    return value === '' ? [] : [[key, value]]
  })
  return Object.fromEntries(entries)
}
