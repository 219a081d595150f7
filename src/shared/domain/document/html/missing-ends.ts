import type { Node } from 'prosemirror-model'
import type { Ref } from '../ref.ts'
import { tagOfNode } from './open-tag.ts'

const optionalEnds = new Set(['p', 'li', 'td', 'th', 'tr', 'tbody', 'dd', 'dt'])

/** An element that the source never closes would swallow what follows it: the end tags it then needs. */
export function missingEnds(refs: ReadonlyMap<Node, Ref>, old: Node): string {
  let ends = ''
  let node: Node | undefined = old
  while (node) {
    const ref = refs.get(node)
    if (!ref?.implied) break
    const { tag } = tagOfNode(node)
    if (!optionalEnds.has(tag)) ends = `</${tag}>${ends}`
    node = ref.kids.at(-1)
  }
  return ends
}
