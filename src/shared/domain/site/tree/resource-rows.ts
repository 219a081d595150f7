import { joinPath, type RepoPath } from '../../repo-path.ts'
import { shownTitle } from '../page-title.ts'
import { readableName } from '../slug.ts'
import { textAt } from '../yaml-map.ts'
import { folderRows } from './folder-rows.ts'
import type { TreePage } from './tree-input.ts'
import type { TreeNode } from './tree-node.ts'
import { byTitle, folderNode } from './tree-nodes.ts'

interface Listing {
  readonly landing: ReadonlyMap<RepoPath, TreePage>
  readonly rest: readonly TreePage[]
}

/** Parts the landing pages (`index.html` of room and categories), which only give titles, from the rest. */
function partLandings(room: RepoPath, pages: readonly TreePage[]): Listing {
  const landing = new Map<RepoPath, TreePage>()
  const rest: TreePage[] = []
  for (const page of pages) {
    const below = page.path.slice(room.length + 1)
    if (/^(?:[^/]+\/)?index\.html$/.test(below)) landing.set(page.path, page)
    else rest.push(page)
  }
  return { landing, rest }
}

/** The resource room's row (isomer.md 1.9): categories in the menu's order, which is their titles'. */
export function resourceRow(room: RepoPath, pages: readonly TreePage[]): TreeNode {
  const { landing, rest } = partLandings(room, pages)
  const titleOf = (folder: RepoPath, name: string) =>
    shownTitle(textAt(landing.get(joinPath(folder, 'index.html'))?.front ?? null, 'title') ?? '') ||
    readableName(name)
  const categories = new Map<string, TreePage[]>()
  const atTop: TreePage[] = []
  for (const path of landing.keys()) {
    const [category, file] = path.slice(room.length + 1).split('/')
    if (category !== undefined && file !== undefined) categories.set(category, [])
  }
  for (const page of rest) {
    const [category = '', file] = page.path.slice(room.length + 1).split('/')
    if (file === undefined || category === '_posts') atTop.push(page)
    else categories.set(category, [...(categories.get(category) ?? []), page])
  }
  const rows = [...categories].map(([name, posts]) => {
    const folder = joinPath(room, name)
    const head = { kind: 'category', title: titleOf(folder, name) } as const
    return folderNode(folder, head, folderRows(folder, posts))
  })
  const children = [...rows.sort(byTitle), ...folderRows(room, atTop)]
  return folderNode(room, { kind: 'room', title: titleOf(room, room) }, children)
}
