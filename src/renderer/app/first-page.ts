import type { TreeNode } from '../../shared/domain/site/tree/tree-node.ts'

/** A page that shows what pages are like: the first of the first collection, else any. Homepages are made of data. */
export function firstPage(nodes: readonly TreeNode[]): string | null {
  const inFolder = (node: TreeNode): string | null => {
    if (node.kind === 'page') return node.path
    return node.children ? firstPage(node.children) : null
  }
  const collections = nodes.filter((node) => node.kind === 'collection')
  for (const node of [...collections, ...nodes]) {
    const found = inFolder(node)
    if (found !== null) return found
  }
  return null
}
