import type { MarkType, NodeType, Schema } from '@tiptap/pm/model'

/** A node type by name. Throws for a name the schema does not have. */
export function nodeTypeOf(schema: Schema, name: string): NodeType {
  const type = schema.nodes[name]
  if (!type) throw new Error(`There is no block “${name}”.`)
  return type
}

/** A mark type by name. Throws for a name the schema does not have. */
export function markTypeOf(schema: Schema, name: string): MarkType {
  const type = schema.marks[name]
  if (!type) throw new Error(`There is no mark “${name}”.`)
  return type
}
