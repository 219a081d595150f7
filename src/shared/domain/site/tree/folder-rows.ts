import { joinPath, nameOf, type RepoPath } from '../../repo-path.ts'
import { readableName } from '../slug.ts'
import type { TreePage } from './tree-input.ts'
import type { TreeNode } from './tree-node.ts'
import { byDate, byTitle, folderNode, pageNode } from './tree-nodes.ts'

/** Pages and folders of one folder. */
interface Branch {
  readonly pages: TreePage[]
  readonly folders: Map<string, Branch>
}

/** How the rows of a folder are named and ordered. */
export interface FolderStyle {
  /** A folder's shown name; without it the folder's own name made readable. */
  readonly folderTitle?: (folder: RepoPath, pages: readonly TreePage[]) => string
  /** Position of a page or a folder (ending in `/`) among its siblings; without it all are equal. */
  readonly rank?: (path: string) => number
  /** The order of equals; by title unless told. */
  readonly compare?: (a: TreeNode, b: TreeNode) => number
}

const newBranch = (): Branch => ({ pages: [], folders: new Map() })

function branchAt(root: Branch, parts: readonly string[]): Branch {
  let branch = root
  for (const part of parts) {
    let next = branch.folders.get(part)
    if (!next) {
      next = newBranch()
      branch.folders.set(part, next)
    }
    branch = next
  }
  return branch
}

const isPostFolder = (name: string) => name === '_posts' || name === '_drafts'
const isIndex = (path: RepoPath) => /^_?index\.[a-z]+$/.test(nameOf(path))

function rowsOf(branch: Branch, folder: RepoPath, style: FolderStyle): TreeNode[] {
  const posts: TreeNode[] = []
  const index: TreeNode[] = []
  const ranked: { rank: number; node: TreeNode }[] = []
  const { rank = () => 0, compare = byTitle } = style
  for (const [name, child] of branch.folders) {
    const path = joinPath(folder, name)
    if (isPostFolder(name) && child.folders.size === 0) {
      posts.push(...child.pages.map((page) => pageNode(page, 'post')))
      continue
    }
    const title = style.folderTitle?.(path, child.pages) ?? readableName(name)
    const node = folderNode(path, { kind: 'folder', title }, rowsOf(child, path, style))
    ranked.push({ rank: rank(`${path}/`), node })
  }
  for (const page of branch.pages) {
    const node = pageNode(page, 'page')
    if (isIndex(page.path)) index.push(node)
    else ranked.push({ rank: rank(page.path), node })
  }
  ranked.sort((a, b) => (a.rank === b.rank ? compare(a.node, b.node) : a.rank < b.rank ? -1 : 1))
  return [...index, ...posts.sort(byDate), ...ranked.map(({ node }) => node)]
}

/**
 * The rows below a folder (`''` is the site): its index page, its posts with the newest first, then pages and
 * folders in the style's order. `pages` all lie below the folder.
 */
export function folderRows(
  folder: RepoPath,
  pages: readonly TreePage[],
  style: FolderStyle = {},
): TreeNode[] {
  const root = newBranch()
  const skip = folder === '' ? 0 : folder.split('/').length
  for (const page of pages) branchAt(root, page.path.split('/').slice(skip, -1)).pages.push(page)
  return rowsOf(root, folder, style)
}
