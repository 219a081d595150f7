import type { Node } from 'prosemirror-model'

const htmlOnly =
  /^(?:htmlBox|detail|card|tableCell|tableHeader|definition)|^(?:bulletList|orderedList|listItem|blockquote)$/

const isMarkdownBox = (node: Node) =>
  node.type.name === 'htmlBox' && JSON.stringify(node.attrs.bag).includes('markdown')

/** Code that only Markdown gives a meaning: a formula, a table without a header, half of a box. */
const isMarkdownOnly = (node: Node) =>
  node.type.name === 'footnoteDefinition' ||
  isMarkdownBox(node) ||
  (node.type.name === 'opaqueInline' && /^<\/?[a-z]/i.test(String(node.attrs.source))) ||
  (node.type.name === 'opaque' &&
    !/^(?:\{[%{]|<!--|<style|<script)/i.test(String(node.attrs.source)))

const isHtml = (node: Node) =>
  htmlOnly.test(node.type.name) &&
  !isMarkdownBox(node) &&
  (Boolean(node.attrs.bag) || !/^(?:bul|ord|listI|block)/.test(node.type.name))

interface Around {
  readonly html: boolean
  /** Inside another block. */
  readonly deep: boolean
  readonly note: boolean
  readonly link: boolean
}

/** A `<center>` or the like in a line, beside other words: HTML has it around a whole line only. */
function isPartlyBoxed(block: Node): boolean {
  const boxed = block.content.content.filter((child) =>
    child.marks.some((m) => /^(?:center|div|h[1-6]|p)$/.test(String(m.attrs.tag))),
  )
  return boxed.length > 0 && block.childCount > 1
}

/** Half of a list of definitions, which takes what stands above it for its term. */
const isHalfDefinition = (node: Node) =>
  node.type.name === 'opaque' && /^:\s/.test(String(node.attrs.source))

/** Whether a tag that stood alone has come before another one that ends it: they are one box then. */
function hasPairedHalves(doc: Node): boolean {
  const open = new Set<string>()
  let paired = false
  doc.descendants((node) => {
    const tag = /^<(\/?)([a-z][a-z0-9]*)\b[^<>]*>$/i.exec(String(node.attrs.source ?? ''))
    if (tag?.[1] === '') open.add(String(tag[2]))
    else if (tag) paired ||= open.has(String(tag[2]))
  })
  return paired
}

function holds(node: Node, around: Around): boolean {
  const isNote = node.type.name === 'footnoteDefinition'
  if (around.html && isMarkdownOnly(node)) return false
  if (around.note && isNote) return false
  if (around.deep && isHalfDefinition(node)) return false
  if (around.link && (node.attrs.tag === 'a' || node.marks.some((m) => m.type.name === 'link')))
    return false
  if (isPartlyBoxed(node)) return false
  const inside = {
    html: around.html || isHtml(node),
    deep: node.type.name !== 'doc',
    note: around.note || isNote,
    link: around.link || node.attrs.tag === 'a',
  }
  return node.content.content.every((child) => holds(child, inside))
}

/**
 * Whether a Markdown file can hold a document: not one with Markdown's own code inside a block of HTML, where it
 * would be plain words, nor notes in notes or links in links, nor halves of a box that have found each other.
 */
export const isHoldable = (doc: Node): boolean =>
  !hasPairedHalves(doc) && holds(doc, { html: false, deep: false, note: false, link: false })
