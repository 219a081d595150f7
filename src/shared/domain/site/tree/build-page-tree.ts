import { isomerRows } from './isomer-rows.ts'
import { jekyllRows } from './jekyll-rows.ts'
import type { TreeInput } from './tree-input.ts'
import type { TreeNode } from './tree-node.ts'

/** The page tree and how many pages it shows. */
export interface PageTree {
  readonly nodes: readonly TreeNode[]
  readonly pages: number
}

function countPages(nodes: readonly TreeNode[]): number {
  return nodes.reduce(
    (sum, node) => sum + (node.path === null ? 0 : 1) + countPages(node.children ?? []),
    0,
  )
}

/**
 * Orders a site's pages as the site itself is organised. Pure, stable (the order of `pages` does not matter) and
 * tolerant: broken files cost their own order or title only, no page is left out and none is shown twice, apart from
 * the landing files of resource rooms, which only name their rows.
 */
export function buildPageTree(input: TreeInput): PageTree {
  const nodes = input.profile === 'isomer' ? isomerRows(input) : jekyllRows(input)
  return { nodes, pages: countPages(nodes) }
}
