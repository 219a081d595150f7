import type { Node } from '@tiptap/pm/model'
import type { Command, EditorState, Transaction } from '@tiptap/pm/state'
import { closest, type Place } from '../commands/ancestors.ts'
import { texts } from '../commands/new-blocks.ts'
import { isSafeAddress } from '../schema/parse-rules.ts'

/** The card around the selection, else the picture that is selected: both can lead somewhere as a whole. */
export const linkableBlock = (state: EditorState): Place | null =>
  closest(state, ['card']) ?? closest(state, ['image'])

/** Where the words of a card's link stand, and where they would. */
function linkWords(card: Node): { from: number; to: number } | null {
  let place: { from: number; to: number } | null = null
  card.descendants((node, pos) => {
    if (node.type.name === 'cardText' && node.attrs.role === 'link')
      place = { from: pos, to: pos + node.nodeSize }
    if (node.type.name === 'cardBody' && place === null) {
      const end = pos + node.nodeSize - 1
      place = { from: end, to: end }
    }
  })
  return place
}

/** As in Isomer's editor, a card has words for its link just when it has one. */
function fitWords(tr: Transaction, { node, pos }: Place, linked: boolean): void {
  const words = linkWords(node)
  if (!words) return
  const { from, to } = words
  const { schema } = tr.doc.type
  if (linked && from === to) {
    const text = schema.node('cardText', { role: 'link' }, [schema.text(texts.link)])
    tr.insert(pos + 1 + from, text)
  } else if (!linked && from < to) tr.delete(pos + 1 + from, pos + 1 + to)
}

/** Makes a card or picture a link, or none (`null`). */
export function setBlockLink(href: string | null): Command {
  return (state, dispatch) => {
    const place = linkableBlock(state)
    if (!place || (href !== null && !isSafeAddress(href))) return false
    const { tr } = state
    tr.setNodeAttribute(place.pos, 'href', href)
    if (place.node.type.name === 'card') fitWords(tr, place, href !== null)
    dispatch?.(tr)
    return true
  }
}
