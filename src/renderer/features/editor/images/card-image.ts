import type { Node } from '@tiptap/pm/model'
import type { Command, EditorState } from '@tiptap/pm/state'
import { closest } from '../commands/ancestors.ts'

const isPicture = (node: Node | null) => node?.type.name === 'cardImage'

/** The card around the selection that has no picture yet. */
function bareCard(state: EditorState) {
  const card = closest(state, ['card'])
  return card && !card.node.children.some(isPicture) ? card : null
}

/** Only for a card without a picture. */
export const whereBare =
  (command: Command): Command =>
  (state, dispatch, view) =>
    bareCard(state) !== null && command(state, dispatch, view)

/** Gives the card its picture, at its top. */
export function addCardImage(attrs: Readonly<Record<string, string>>): Command {
  return (state, dispatch) => {
    const card = bareCard(state)
    if (!card) return false
    const { schema } = state
    const picture = schema.node('cardImage', null, [schema.node('image', attrs)])
    dispatch?.(state.tr.insert(card.pos + 1, picture).scrollIntoView())
    return true
  }
}

export const removeCardImage: Command = (state, dispatch) => {
  const card = closest(state, ['card'])
  if (!card) return false
  let at = card.pos + 1
  for (const child of card.node.children) {
    if (isPicture(child)) {
      dispatch?.(state.tr.delete(at, at + child.nodeSize))
      return true
    }
    at += child.nodeSize
  }
  return false
}
