import type { Node } from 'prosemirror-model'
import { wrapperTag } from './open-tag.ts'
import { blockTags } from './tree.ts'

/** A block that its source writes like a word in a line: a bare picture, template code, a drawing. */
export function isWrittenInLine(node: Node | undefined): boolean {
  if (node?.type.name === 'image') return wrapperTag(node)?.tag !== 'div'
  if (node?.type.name !== 'opaque') return false
  const source = String(node.attrs.source)
  const tag = /^<([a-z][^\s/>]*)/i.exec(source)?.[1]?.toLowerCase()
  return tag === undefined ? !source.startsWith('<!') : !blockTags.has(tag)
}
