import { Fragment, type Node, type Schema } from '@tiptap/pm/model'
import { nodeTypeOf } from './type-of.ts'

/**
 * Carries documents between the shared schema and the editor's, which are equal by name but are two objects.
 * What was carried once is remembered, so unchanged blocks keep their identity, and with it every cached hash.
 */
export class DocConverter {
  readonly #shared: Schema
  readonly #editor: Schema
  readonly #toEditor = new WeakMap<Node, Node>()
  readonly #toShared = new WeakMap<Node, Node>()

  constructor(shared: Schema, editor: Schema) {
    this.#shared = shared
    this.#editor = editor
  }

  toEditor(node: Node): Node {
    return this.#carry(node, this.#editor, [this.#toEditor, this.#toShared])
  }

  toShared(node: Node): Node {
    return this.#carry(node, this.#shared, [this.#toShared, this.#toEditor])
  }

  #carry(
    node: Node,
    schema: Schema,
    caches: readonly [WeakMap<Node, Node>, WeakMap<Node, Node>],
  ): Node {
    const known = caches[0].get(node)
    if (known) return known
    const marks = node.marks.map((mark) => schema.mark(mark.type.name, mark.attrs))
    const made = node.isText
      ? schema.text(node.text ?? '', marks)
      : nodeTypeOf(schema, node.type.name).create(
          node.attrs,
          Fragment.fromArray(node.children.map((child) => this.#carry(child, schema, caches))),
          marks,
        )
    caches[0].set(node, made)
    caches[1].set(made, node)
    return made
  }
}
