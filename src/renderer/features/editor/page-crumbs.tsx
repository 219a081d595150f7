import { useMemo } from 'react'
import type { TreeNode } from '../../../shared/domain/site/tree/tree-node.ts'
import { useCall } from '../../lib/use-call.ts'

/** The titles of the folders a page stands in. */
function crumbsOf(nodes: readonly TreeNode[], path: string): readonly string[] | null {
  for (const node of nodes) {
    if (node.path === path) return []
    const below = crumbsOf(node.children ?? [], path)
    if (below) return [node.title, ...below]
  }
  return null
}

/** Where a page stands on the site, above its title. */
export function PageCrumbs({ path }: { readonly path: string }) {
  const tree = useCall('site.tree')
  const crumbs = useMemo(() => crumbsOf(tree.data?.nodes ?? [], path), [tree.data, path])
  return <p className="page-crumbs">{crumbs?.join(' › ') || ' '}</p>
}
