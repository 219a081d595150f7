import type { Node, Schema } from '@tiptap/pm/model'
import { type Command, type EditorState, TextSelection } from '@tiptap/pm/state'
import { closest } from './ancestors.ts'
import { mostCards } from './card-limits.ts'
import { newCard, newDetails } from './new-blocks.ts'

const makers: Readonly<Record<string, (schema: Schema, like: Node) => Node>> = {
  details: (schema) => newDetails(schema),
  card: (schema, like) => newCard(schema, like),
}

const parts = Object.keys(makers)

/** The accordion item or card the selection is in. */
const itemAround = (state: EditorState) => closest(state, parts)

const isFull = (state: EditorState) =>
  (closest(state, ['cards'])?.node.childCount ?? 0) >= mostCards

/** Adds an accordion item or a card behind the one with the caret. */
export const addItem: Command = (state, dispatch) => {
  const item = itemAround(state)
  const make = item && makers[item.node.type.name]
  if (!item || !make || isFull(state)) return false
  if (dispatch) {
    const at = item.pos + item.node.nodeSize
    const tr = state.tr.insert(at, make(state.schema, item.node))
    tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1)))
    dispatch(tr.scrollIntoView())
  }
  return true
}

/** Gives an accordion another colour. */
export function setAccordionColour(colour: 'white' | 'gray'): Command {
  return (state, dispatch) => {
    const group = closest(state, ['detailGroup'])
    if (!group || group.node.attrs.colour === colour) return false
    dispatch?.(state.tr.setNodeAttribute(group.pos, 'colour', colour))
    return true
  }
}

export const isGreyAccordion = (state: EditorState): boolean =>
  closest(state, ['detailGroup'])?.node.attrs.colour === 'gray'

export const switchAccordionColour: Command = (state, dispatch) =>
  setAccordionColour(isGreyAccordion(state) ? 'white' : 'gray')(state, dispatch)

const summaryOf = (state: EditorState) => closest(state, ['detailsSummary'])

/** Enter in an item's title leads into the item. */
export const enterItem: Command = (state, dispatch) => {
  const summary = summaryOf(state)
  if (!summary || !state.selection.empty) return false
  const content = summary.pos + summary.node.nodeSize
  dispatch?.(
    state.tr.setSelection(TextSelection.near(state.doc.resolve(content + 1))).scrollIntoView(),
  )
  return true
}

/** Enter in a card's text goes to its next text, or behind the cards. */
export const enterCard: Command = (state, dispatch) => {
  const text = closest(state, ['cardText'])
  if (!text) return false
  const next = text.pos + text.node.nodeSize
  const inside = TextSelection.near(state.doc.resolve(next), 1)
  dispatch?.(state.tr.setSelection(inside).scrollIntoView())
  return true
}

/** Enter in an empty last paragraph of an item or a quote's like leaves the whole accordion. */
export const leaveAccordion: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const group = closest(state, ['detailGroup'])
  if (!empty || !group || $from.parent.type.name !== 'paragraph' || $from.parent.content.size > 0)
    return false
  const content = $from.node(-1)
  const isLast = $from.index(-1) === content.childCount - 1
  if (content.type.name !== 'detailsContent' || !isLast || content.childCount < 2) return false
  if (dispatch) {
    const tr = state.tr.delete($from.before(), $from.after())
    const at = tr.mapping.map(group.pos + group.node.nodeSize)
    tr.insert(at, state.schema.node('paragraph'))
    dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView())
  }
  return true
}
