import { Fragment, type Node, type Schema } from '@tiptap/pm/model'
import { nodeTypeOf } from './type-of.ts'

/**
 * The same document in another schema that is equal by name: the shared one and the editor's are two objects. Nothing
 * of the old one is kept, so that an open page is in memory once.
 */
export function carryDoc(node: Node, schema: Schema): Node {
  const marks = node.marks.map((mark) => schema.mark(mark.type.name, mark.attrs))
  if (node.isText) return schema.text(node.text ?? '', marks)
  const content = Fragment.fromArray(node.children.map((child) => carryDoc(child, schema)))
  return nodeTypeOf(schema, node.type.name).create(node.attrs, content, marks)
}
