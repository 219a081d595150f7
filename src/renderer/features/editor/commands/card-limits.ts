import type { Node } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import { closest } from './ancestors.ts'

/** What Isomer's editor takes. */
export const mostCards = 18
const longestDescription = 300

const textOf = (card: Node, role: string) => {
  let text = ''
  card.descendants((node) => {
    if (node.type.name === 'cardText' && node.attrs.role === role) text = node.textContent.trim()
  })
  return text
}

/** What Isomer's editor would not take about the card with the caret, in words; null where all is well. */
export function cardProblem(state: EditorState): string | null {
  const card = closest(state, ['card'])
  const grid = closest(state, ['cards'])
  if (!card || !grid) return null
  if (textOf(card.node, 'title') === '') return 'A card needs a title'
  const length = [...textOf(card.node, 'description')].length
  if (length > longestDescription) return `${length} of ${longestDescription} characters`
  const { childCount } = grid.node
  return childCount >= mostCards ? `${childCount} of at most ${mostCards} cards` : null
}
