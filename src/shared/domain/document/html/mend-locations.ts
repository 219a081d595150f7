import type { TreeNode } from './tree.ts'

function mend(node: TreeNode, inside: readonly TreeNode[], length: number): void {
  const place = node.sourceCodeLocation
  if (!place) return
  if (place.endOffset <= place.startOffset && 'tagName' in node) {
    const behind = inside.at(-1)?.sourceCodeLocation?.endOffset ?? 0
    const start = 'startTag' in place ? place.startTag : null
    place.endOffset = Math.max(behind, place.startOffset, start?.endOffset ?? 0)
  }
  place.endOffset = Math.min(place.endOffset, length)
}

/**
 * Corrects places that the parser reports wrongly for what the end of the text cuts off: a comment never closed ends
 * one character too late, an element of raw text (script, style, textarea) has no length at all.
 */
export function mendLocations(nodes: readonly TreeNode[], length: number): void {
  const open: (readonly TreeNode[])[] = [nodes]
  for (let list = open.pop(); list; list = open.pop())
    for (const node of list) {
      const inside = 'childNodes' in node ? node.childNodes : []
      mend(node, inside, length)
      if (inside.length > 0) open.push(inside)
    }
}
