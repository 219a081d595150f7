import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import { formatOf } from '../session/page-format.ts'

/** Isomer's HTML has no alignment of table cells; Markdown has. */
function withoutAlignment(node: Node): Node {
  if (node.isText) return node
  const content = Fragment.fromArray(node.content.content.map(withoutAlignment))
  const { align = null } = node.attrs
  return align === null
    ? node.copy(content)
    : node.type.create({ ...node.attrs, align: null }, content, node.marks)
}

/** What comes from elsewhere, without what the page's format cannot hold. */
export function fitFormat(slice: Slice, state: EditorState): Slice {
  if (formatOf(state) === 'markdown') return slice
  const content = Fragment.fromArray(slice.content.content.map(withoutAlignment))
  return new Slice(content, slice.openStart, slice.openEnd)
}
