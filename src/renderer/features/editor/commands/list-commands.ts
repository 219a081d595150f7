import type { Node, NodeType } from '@tiptap/pm/model'
import { liftListItem, sinkListItem, splitListItem, wrapInList } from '@tiptap/pm/schema-list'
import { type Command, type EditorState, TextSelection } from '@tiptap/pm/state'
import { nodeTypeOf } from '../schema/type-of.ts'

export type ListName = 'bulletList' | 'orderedList' | 'taskList'
const lists: readonly string[] = ['bulletList', 'orderedList', 'taskList']

const itemOf = (state: EditorState, list: ListName): NodeType =>
  nodeTypeOf(state.schema, list === 'taskList' ? 'taskItem' : 'listItem')

/** The innermost list around the selection, and where it starts. */
export function listAround(state: EditorState): { node: Node; pos: number } | null {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth)
    if (lists.includes(node.type.name)) return { node, pos: $from.before(depth) }
  }
  return null
}

/** Makes a list of another kind out of a list, with its items. */
function changedList(state: EditorState, list: Node, to: ListName): Node {
  const item = itemOf(state, to)
  const items = list.children.map((child) =>
    child.type === item ? child : item.create(null, child.content),
  )
  return nodeTypeOf(state.schema, to).create(null, items)
}

/** Turns paragraphs into a list, a list into one of another kind, and a list of this kind back into paragraphs. */
export function toggleList(name: ListName): Command {
  return (state, dispatch) => {
    const around = listAround(state)
    if (around?.node.type.name === name) return liftListItem(itemOf(state, name))(state, dispatch)
    if (!around) return wrapInList(nodeTypeOf(state.schema, name))(state, dispatch)
    if (dispatch) {
      const { $from, $to } = state.selection
      const tr = state.tr
      tr.replaceWith(
        around.pos,
        around.pos + around.node.nodeSize,
        changedList(state, around.node, name),
      )
      dispatch(tr.setSelection(TextSelection.create(tr.doc, $from.pos, $to.pos)))
    }
    return true
  }
}

const eitherItem =
  (make: (item: NodeType) => Command): Command =>
  (state, dispatch, view) =>
    ['listItem', 'taskItem'].some((name) =>
      make(nodeTypeOf(state.schema, name))(state, dispatch, view),
    )

export const splitItem = eitherItem((item) => splitListItem(item, { bag: null }))
export const indentItem = eitherItem(sinkListItem)
export const outdentItem = eitherItem(liftListItem)
