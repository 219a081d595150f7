import { type Command, TextSelection } from '@tiptap/pm/state'
import { closest } from './ancestors.ts'

/** Enter behind a term leads to what it means. */
const enterTerm: Command = (state, dispatch) => {
  const term = closest(state, ['definitionTerm'])
  const { $from, empty } = state.selection
  if (
    !term ||
    !empty ||
    $from.parentOffset < $from.parent.content.size ||
    term.node.childCount === 0
  )
    return false
  const { schema, tr } = state
  const behind = term.pos + term.node.nodeSize
  if (state.doc.resolve(behind).nodeAfter?.type.name !== 'definitionDescription')
    tr.insert(behind, schema.node('definitionDescription', null, [schema.node('paragraph')]))
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(behind + 1))).scrollIntoView())
  return true
}

/** Enter in an empty last paragraph of a definition begins the next term. */
const nextTerm: Command = (state, dispatch) => {
  const place = closest(state, ['definitionDescription'])
  const { $from, empty } = state.selection
  const isLast = place?.node.lastChild === $from.parent
  if (!place || !empty || !isLast || $from.parent.content.size > 0) return false
  if (place.node.childCount < 2) return false
  const tr = state.tr.delete($from.before(), $from.after())
  const at = tr.mapping.map(place.pos + place.node.nodeSize)
  tr.insert(at, state.schema.node('definitionTerm'))
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView())
  return true
}

/** Enter in an empty last term goes on behind the list. */
const leaveTerms: Command = (state, dispatch) => {
  const list = closest(state, ['definitionList'])
  const { $from } = state.selection
  const isLast = list?.node.lastChild === $from.parent && list.node.childCount > 1
  if (!list || !isLast || $from.parent.content.size > 0) return false
  const tr = state.tr.delete($from.before(), $from.after())
  const at = tr.mapping.map(list.pos + list.node.nodeSize)
  tr.insert(at, state.schema.node('paragraph'))
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView())
  return true
}

/** What Enter does in a definition list. */
export const definitionEnters: readonly Command[] = [leaveTerms, enterTerm, nextTerm]
