import type { TreeNode } from '../../shared/domain/site/tree/tree-node.ts'

/** A page of the site as lists and tabs name it. */
export interface IndexedPage {
  readonly path: string
  readonly title: string
  readonly kind: TreeNode['kind']
  /** The folders it lies in, outermost first. */
  readonly trail: readonly string[]
}

export interface PageIndex {
  readonly pages: readonly IndexedPage[]
  readonly byPath: ReadonlyMap<string, IndexedPage>
}

const indexes = new WeakMap<readonly TreeNode[], PageIndex>()

/** All pages of a tree in its order, and each by its path; made once per tree. */
export function pageIndexOf(nodes: readonly TreeNode[]): PageIndex {
  const known = indexes.get(nodes)
  if (known) return known
  const pages: IndexedPage[] = []
  const visit = (list: readonly TreeNode[], trail: readonly string[]): void => {
    for (const { path, title, kind, children } of list) {
      if (children) visit(children, [...trail, title])
      else if (path !== null) pages.push({ path, title, kind, trail })
    }
  }
  visit(nodes, [])
  const index = { pages, byPath: new Map(pages.map((page) => [page.path, page])) }
  indexes.set(nodes, index)
  return index
}

/** What to call a page that the tree does not know (yet): its file's name. */
export function titleOfPath(path: string): string {
  const name = path.split('/').at(-1) ?? path
  return name.replace(/\.(md|markdown|html?)$/i, '')
}
