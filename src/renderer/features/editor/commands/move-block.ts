import { type Command, type EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state'
import { closest, type Place } from './ancestors.ts'

const movable = ['listItem', 'taskItem', 'tableRow', 'details', 'card']

/** What moves: a list item, row, accordion item or card around the caret, else the top-level block. */
function movableAround(state: EditorState): Place | null {
  const { selection } = state
  const { $from } = selection
  if (selection instanceof NodeSelection)
    return { node: selection.node, pos: selection.from, depth: $from.depth + 1 }
  const part = closest(state, movable)
  if (part) return part
  if ($from.depth === 0) return null
  return { node: $from.node(1), pos: $from.before(1), depth: 1 }
}

/** Moves a part one place up or down among its neighbours, with the caret in it. */
export function moveBlock(by: 1 | -1, find = movableAround): Command {
  return (state, dispatch) => {
    const place = find(state)
    if (!place) return false
    const $pos = state.doc.resolve(place.pos)
    const other = $pos.parent.maybeChild($pos.index() + by)
    if (!other) return false
    if (dispatch) {
      const { selection, tr } = state
      const offset = by * other.nodeSize
      const end = place.pos + place.node.nodeSize
      const to = by < 0 ? place.pos - other.nodeSize : place.pos + other.nodeSize
      tr.delete(place.pos, end).insert(to, place.node)
      tr.setSelection(
        selection instanceof NodeSelection
          ? NodeSelection.create(tr.doc, selection.from + offset)
          : TextSelection.between(
              tr.doc.resolve(selection.anchor + offset),
              tr.doc.resolve(selection.head + offset),
            ),
      )
      dispatch(tr.scrollIntoView())
    }
    return true
  }
}

/** Puts a copy of a part behind it. */
export function duplicateBlock(find = movableAround): Command {
  return (state, dispatch) => {
    const place = find(state)
    if (!place) return false
    const at = place.pos + place.node.nodeSize
    dispatch?.(state.tr.insert(at, place.node).scrollIntoView())
    return true
  }
}

/** Deletes a part; the last of its kind takes what holds it along. */
export function deleteBlock(find = movableAround): Command {
  return (state, dispatch) => {
    const place = find(state)
    if (!place) return false
    let { pos, node } = place
    const $pos = state.doc.resolve(pos)
    for (let depth = $pos.depth; depth > 0 && $pos.node(depth).childCount === 1; depth--) {
      if ($pos.node(depth).type.spec.content?.includes('block')) break
      pos = $pos.before(depth)
      node = $pos.node(depth)
    }
    dispatch?.(state.tr.deleteRange(pos, pos + node.nodeSize).scrollIntoView())
    return true
  }
}
