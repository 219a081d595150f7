import type { RepoPath } from '../../repo-path.ts'
import { pageTitle } from '../page-title.ts'
import { readPostName } from '../post-name.ts'
import { textAt } from '../yaml-map.ts'
import type { TreePage } from './tree-input.ts'
import type { TreeNode, TreeNodeKind } from './tree-node.ts'

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** Order by what people read: case does not count, numbers by their size; equal titles by path. */
export function byTitle(a: TreeNode, b: TreeNode): number {
  return collator.compare(a.title, b.title) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/** Order by file name, as Jekyll shows pages that no order lists. */
export function byFileName(a: TreeNode, b: TreeNode): number {
  return collator.compare(a.id, b.id) || byTitle(a, b)
}

/** Newest first; undated last; the same day by title. */
export function byDate(a: TreeNode, b: TreeNode): number {
  const [one, two] = [a.date ?? '', b.date ?? '']
  return one === two ? byTitle(a, b) : one < two ? 1 : -1
}

/** Ids are paths (folders end in `/`); very long ones are shortened with a hash that keeps them apart. */
function nodeId(path: string): string {
  if (path.length <= 200) return path
  let hash = 0x811c9dc5
  for (let i = 0; i < path.length; i++) hash = Math.imul(hash ^ path.charCodeAt(i), 0x01000193)
  return `${path.slice(0, 180)}…${(hash >>> 0).toString(16).padStart(8, '0')}`
}

function postKind(page: TreePage, type: string | null | undefined): TreeNodeKind {
  const layout = textAt(page.front, 'layout') ?? type
  if (layout === 'file') return 'file-post'
  return layout === 'link' ? 'link-post' : 'post'
}

const day = /^\d{4}-\d{2}-\d{2}/

/** The row of one page; `kind` decides whether it is shown as a dated post. */
export function pageNode(page: TreePage, kind: 'page' | 'post' | 'homepage' | 'contact'): TreeNode {
  const name = kind === 'post' ? readPostName(page.path) : null
  const date =
    kind === 'post' ? (day.exec(textAt(page.front, 'date') ?? '')?.[0] ?? name?.date) : undefined
  const permalink = textAt(page.front, 'permalink')
  return {
    id: nodeId(page.path),
    kind: kind === 'post' ? postKind(page, name?.type) : kind,
    title: pageTitle(page.path, page.front),
    path: page.path,
    ...(date === undefined ? {} : { date }),
    ...(permalink === undefined ? {} : { permalink: permalink.slice(0, 4096) }),
  }
}

/** The row of a folder. */
export function folderNode(
  folder: RepoPath,
  head: { readonly kind: TreeNodeKind; readonly title: string },
  children: readonly TreeNode[],
): TreeNode {
  return { id: nodeId(`${folder}/`), ...head, path: null, children }
}
