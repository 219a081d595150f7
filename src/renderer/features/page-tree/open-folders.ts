import { eachRow, type PageRow } from './page-rows.ts'

/** Which folders are open, by row. */
export type OpenFolders = Readonly<Record<string, boolean>>

/** Sites of fewer rows show all of them at first. */
const smallSite = 60

const keyOf = (site: string) => `page-tree.open.${site}`

/** The folders as they were left in this site; null on the first visit. */
export function rememberedFolders(site: string): OpenFolders | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(site)) ?? 'null')
    if (!Array.isArray(stored)) return null
    return Object.fromEntries(stored.filter((id) => typeof id === 'string').map((id) => [id, true]))
  } catch {
    // What another version of Galley wrote, or a full store, only costs the memory.
    return null
  }
}

/** Keeps the open folders for the next time this site is opened. */
export function rememberFolders(site: string, open: OpenFolders): void {
  try {
    const ids = Object.keys(open).filter((id) => open[id])
    localStorage.setItem(keyOf(site), JSON.stringify(ids))
  } catch {
    // The store may be full; the tree works without it.
  }
}

/** What is open on the first visit: everything in a small site, nothing in a large one. */
export function firstOpenFolders(rows: readonly PageRow[]): OpenFolders {
  const folders: string[] = []
  let count = 0
  eachRow(rows, (row) => {
    count++
    if (row.children) folders.push(row.id)
  })
  return count > smallSite ? {} : Object.fromEntries(folders.map((id) => [id, true]))
}
