import type { PageRow } from './page-rows.ts'

/** Whether a row itself holds every word, in its title, its path or its permalink. */
function isHit(row: PageRow, words: readonly string[]): boolean {
  return words.every((word) => row.searched.includes(word))
}

function kept(row: PageRow, words: readonly string[]): PageRow | null {
  if (isHit(row, words)) return row
  if (!row.children) return null
  const children = filterRows(row.children, words)
  return children.length === 0 ? null : { ...row, children }
}

/** The rows that hold every word, the folders that lead to them, and all that lies in a folder whose name was meant. */
export function filterRows(rows: readonly PageRow[], words: readonly string[]): readonly PageRow[] {
  if (words.length === 0) return rows
  return rows.flatMap((row) => kept(row, words) ?? [])
}

/** How many pages some rows hold, deleted ones too. */
export function countPages(rows: readonly PageRow[]): number {
  return rows.reduce((sum, row) => sum + (row.children === null ? 1 : countPages(row.children)), 0)
}
