import { chainCommands } from '@tiptap/pm/commands'
import type { Node } from '@tiptap/pm/model'
import { type Command, type EditorState, NodeSelection } from '@tiptap/pm/state'
import { insertBlock } from '../commands/insert-block.ts'
import { addCardImage } from './card-image.ts'

/** A picture to put on a page. `alt` empty: decorative, screen readers pass over it. */
export interface Picture {
  readonly src: string
  readonly alt: string
}

/** The picture that is selected as a block, and where it stands. */
export function selectedImage(state: EditorState): { node: Node; pos: number } | null {
  const { selection } = state
  if (!(selection instanceof NodeSelection)) return null
  const { node } = selection
  return ['image', 'imageInline'].includes(node.type.name) ? { node, pos: selection.from } : null
}

/** Puts a picture in: into the card with the caret where it has none, else as a block of its own. */
export function insertImage({ src, alt }: Picture): Command {
  return chainCommands(
    addCardImage({ src, alt }),
    insertBlock((schema) => schema.node('image', { src, alt })),
  )
}

/** Changes what is given of the selected picture. */
export function changeImage(change: Readonly<Record<string, string | null>>): Command {
  return (state, dispatch) => {
    const image = selectedImage(state)
    if (!image) return false
    const tr = state.tr
    for (const [name, value] of Object.entries(change)) tr.setNodeAttribute(image.pos, name, value)
    tr.setSelection(NodeSelection.create(tr.doc, image.pos))
    dispatch?.(tr)
    return true
  }
}
