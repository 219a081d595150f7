import type { Node } from '@tiptap/pm/model'
import { type EditorState, NodeSelection } from '@tiptap/pm/state'

/** A node of the document and where it starts. */
export interface Place {
  readonly node: Node
  readonly pos: number
  readonly depth: number
}

/** The selected node itself, or the innermost one around the selection, that is one of these. */
export function closest(state: EditorState, names: readonly string[]): Place | null {
  const { selection } = state
  const { $from } = selection
  if (selection instanceof NodeSelection && names.includes(selection.node.type.name))
    return { node: selection.node, pos: selection.from, depth: $from.depth + 1 }
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth)
    if (names.includes(node.type.name)) return { node, pos: $from.before(depth), depth }
  }
  return null
}
