import { setBlockType } from '@tiptap/pm/commands'
import type { Node } from '@tiptap/pm/model'
import type { Command, EditorState } from '@tiptap/pm/state'
import { nodeTypeOf } from '../schema/type-of.ts'

/** The kinds a text block can be turned into, with Isomer's names: its “Title” is an h1. */
export const blockTypes = [
  { id: 'paragraph', label: 'Paragraph', node: 'paragraph', level: 0 },
  { id: 'title', label: 'Title', node: 'heading', level: 1 },
  { id: 'heading-1', label: 'Heading 1', node: 'heading', level: 2 },
  { id: 'heading-2', label: 'Heading 2', node: 'heading', level: 3 },
  { id: 'heading-3', label: 'Heading 3', node: 'heading', level: 4 },
  { id: 'heading-4', label: 'Heading 4', node: 'heading', level: 5 },
  { id: 'heading-5', label: 'Heading 5', node: 'heading', level: 6 },
  { id: 'code', label: 'Code block', node: 'codeBlock', level: 0 },
] as const
export type BlockTypeId = (typeof blockTypes)[number]['id']

type BlockType = (typeof blockTypes)[number]

const isOf = (node: Node, { node: name, level }: BlockType) =>
  node.type.name === name && (level === 0 || level === node.attrs.level)

/** Whether a text block in the selection is of another kind. */
function holdsOther({ doc, selection }: EditorState, type: BlockType): boolean {
  let other = false
  doc.nodesBetween(selection.from, selection.to, (node) => {
    if (node.isTextblock && !isOf(node, type)) other = true
    return !other
  })
  return other
}

/** What the source said beside the tag (a class, say) stays; code is written in another way altogether. */
const attrsOf = (old: Node, { level, id }: BlockType) => ({
  ...(level ? { level } : {}),
  ...(old.type.spec.code || id === 'code' ? {} : { bag: old.attrs.bag }),
})

export function setType(id: BlockTypeId): Command {
  return (state, dispatch) => {
    const type = blockTypes.find((t) => t.id === id)
    if (!type || !holdsOther(state, type)) return false
    const attrs = (old: Node) => attrsOf(old, type)
    return setBlockType(nodeTypeOf(state.schema, type.node), attrs)(state, dispatch)
  }
}

/** The kind of the block the caret is in; null in one that has no other kinds. */
export function currentType(state: EditorState): BlockTypeId | null {
  const { parent } = state.selection.$from
  return blockTypes.find((type) => isOf(parent, type))?.id ?? null
}
