import type { Mark, Node } from 'prosemirror-model'
import { documentSchema } from '../schema.ts'

/** A piece of inline content as read. */
export type InlinePiece =
  | { readonly kind: 'text' | 'code'; readonly text: string; readonly marks: readonly Mark[] }
  | { readonly kind: 'node'; readonly node: Node; readonly marks: readonly Mark[] }

const isBreak = (piece: InlinePiece) =>
  piece.kind === 'node' && piece.node.type === documentSchema.nodes.hardBreak

/** Makes line ends and runs of blanks one space, and drops those at the edges and around line breaks. */
export function collapseSpaces(pieces: readonly InlinePiece[]): InlinePiece[] {
  const out: InlinePiece[] = []
  let swallow = true
  const trimEnd = () => {
    const last = out.at(-1)
    if (last?.kind !== 'text' || !last.text.endsWith(' ')) return
    out.pop()
    if (last.text !== ' ') out.push({ ...last, text: last.text.slice(0, -1) })
  }
  for (const piece of pieces) {
    if (piece.kind === 'text') {
      const text = piece.text.replace(/[ \t\r\n\f]+/g, ' ')
      const kept: string = swallow && text.startsWith(' ') ? text.slice(1) : text
      if (kept === '') continue
      out.push({ ...piece, text: kept })
      swallow = kept.endsWith(' ')
      continue
    }
    if (piece.kind === 'code' && piece.text === '') continue
    if (isBreak(piece)) trimEnd()
    swallow = isBreak(piece)
    out.push(piece)
  }
  trimEnd()
  return out
}
