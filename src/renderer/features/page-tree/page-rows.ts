import { folderOf, type RepoPath } from '../../../shared/domain/repo-path.ts'
import { classifyPath } from '../../../shared/domain/site/classify-path.ts'
import { pageTitle } from '../../../shared/domain/site/page-title.ts'
import type { SiteProfile } from '../../../shared/domain/site/site-profile.ts'
import type { TreeNode, TreeNodeKind } from '../../../shared/domain/site/tree/tree-node.ts'
import type { ChangeMark } from '../../../shared/ipc/site-calls.ts'
import { cleanTitle, fold } from './fold-text.ts'

export type Marks = Readonly<Record<string, ChangeMark>>

/** One row as it is shown. */
export interface PageRow {
  readonly id: string
  readonly kind: TreeNodeKind
  readonly title: string
  readonly path: RepoPath | null
  readonly permalink: string | null
  readonly mark: ChangeMark | null
  /** Pages below, and whether one of them is marked. */
  readonly pages: number
  readonly markedBelow: boolean
  /** What the filter looks in. */
  readonly searched: string
  readonly children: readonly PageRow[] | null
}

function leafRow(node: TreeNode, mark: ChangeMark | null): PageRow {
  const title = cleanTitle(node.title)
  const permalink = node.permalink ?? null
  return {
    id: node.id,
    kind: node.kind,
    title,
    path: node.path,
    permalink,
    mark,
    pages: node.path === null ? 0 : 1,
    markedBelow: false,
    searched: fold(`${title}\n${node.path ?? ''}\n${permalink ?? ''}`),
    children: null,
  }
}

function folderRow(node: TreeNode, children: readonly PageRow[]): PageRow {
  return {
    ...leafRow(node, null),
    pages: children.reduce((sum, row) => sum + row.pages, 0),
    markedBelow: children.some((row) => row.markedBelow || row.mark !== null),
    children,
  }
}

/** Every page's path and every folder's id, and which folder a deleted page of a path belongs to. */
function readPlaces(nodes: readonly TreeNode[]) {
  const paths = new Set<string>()
  const folders = new Set<string>()
  const visit = (node: TreeNode): void => {
    if (node.path !== null) paths.add(node.path)
    if (node.children) folders.add(node.id)
    node.children?.forEach(visit)
  }
  nodes.forEach(visit)
  return { paths, folders }
}

/** The nearest folder above a path that the tree shows; `''` is the top. */
function shownFolder(path: RepoPath, folders: ReadonlySet<string>): string {
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder))
    if (folders.has(`${folder}/`)) return `${folder}/`
  return ''
}

/** Pages that were deleted since the last publish, by the folder they are shown in. */
function deletedRows(
  nodes: readonly TreeNode[],
  marks: Marks,
  profile: SiteProfile,
): ReadonlyMap<string, PageRow[]> {
  const byFolder = new Map<string, PageRow[]>()
  const gone = Object.keys(marks).filter(
    (path) => marks[path] === 'deleted' && classifyPath(path, profile) === 'page',
  )
  if (gone.length === 0) return byFolder
  const { paths, folders } = readPlaces(nodes)
  for (const path of gone.filter((one) => !paths.has(one)).sort()) {
    const node: TreeNode = { id: path, kind: 'page', title: pageTitle(path, null), path }
    const row = { ...leafRow(node, 'deleted'), pages: 0 }
    const folder = shownFolder(path, folders)
    const there = byFolder.get(folder)
    if (there) there.push(row)
    else byFolder.set(folder, [row])
  }
  return byFolder
}

/** The rows of the tree: the site's pages in the site's order, with their marks, and deleted pages at the end of their folder. */
export function pageRows(
  nodes: readonly TreeNode[],
  marks: Marks,
  profile: SiteProfile,
): readonly PageRow[] {
  const deleted = deletedRows(nodes, marks, profile)
  const rowOf = (node: TreeNode): PageRow => {
    if (!node.children) return leafRow(node, node.path === null ? null : (marks[node.path] ?? null))
    return folderRow(node, [...node.children.map(rowOf), ...(deleted.get(node.id) ?? [])])
  }
  return [...nodes.map(rowOf), ...(deleted.get('') ?? [])]
}

/** Calls `visit` for every row, with the folders it lies in. */
export function eachRow(
  rows: readonly PageRow[],
  visit: (row: PageRow, above: readonly PageRow[]) => void,
  above: readonly PageRow[] = [],
): void {
  for (const row of rows) {
    visit(row, above)
    if (row.children) eachRow(row.children, visit, [...above, row])
  }
}

/** The row of a page; null where the tree shows none. */
export function rowOfPath(rows: readonly PageRow[], path: RepoPath | null): PageRow | null {
  if (path === null) return null
  let found: PageRow | null = null
  eachRow(rows, (row) => {
    if (row.path === path) found = row
  })
  return found
}
