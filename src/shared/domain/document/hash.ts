import type { Mark, Node } from 'prosemirror-model'

const cache = new WeakMap<Node, string>()

/** Two independent 32-bit hashes and the length: long enough that different blocks of a page do not meet. */
function digest(text: string): string {
  let a = 0x811c9dc5
  let b = 0x1234567
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    a = Math.imul(a ^ c, 16777619)
    b = Math.imul(b ^ (c + i), 2246822519)
  }
  return `${(a >>> 0).toString(36)}.${(b >>> 0).toString(36)}.${text.length}`
}

const marksKey = (marks: readonly Mark[]) =>
  marks.map((m) => `${m.type.name}${JSON.stringify(m.attrs)}`).join(',')

function keyOf(node: Node): string {
  if (node.isText) return `t${node.text}|${marksKey(node.marks)}`
  let key = `${node.type.name}${JSON.stringify(node.attrs)}${marksKey(node.marks)}(`
  node.forEach((child) => {
    key += `${structuralHash(child)};`
  })
  return `${key})`
}

/** A key of a node's kind, attributes, marks and content: equal for equal nodes, whoever made them. */
export function structuralHash(node: Node): string {
  const known = cache.get(node)
  if (known !== undefined) return known
  const text = keyOf(node)
  const key = text.length > 64 ? digest(text) : text
  cache.set(node, key)
  return key
}

/** Whether two nodes are equal in kind, attributes, marks and content. */
export function sameNode(a: Node, b: Node): boolean {
  return a === b || structuralHash(a) === structuralHash(b)
}
