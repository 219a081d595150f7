import type { Node } from 'prosemirror-model'
import { structuralHash } from '../hash.ts'
import { type Care, saveHtmlBody } from '../html/save-html.ts'
import { documentSchema } from '../schema.ts'
import type { Island } from './markdown-ref.ts'
import { plainInside } from './plain-html.ts'
import { redented } from './prefix.ts'

/** Writes a changed block of HTML: the HTML engine does, in its own small page. */
export function saveIsland({ opened, prefix, index }: Island, now: Node, care: Care): string {
  const held = new Set([...opened.refs.keys()].map(structuralHash))
  const made = plainInside(now, (node) => held.has(structuralHash(node)))
  const children = opened.doc.content.content.map((child, i) => (i === index ? made : child))
  const [from, to] = opened.root.ranges[index] ?? [0, 0]
  const doc = documentSchema.nodes.doc.create(null, children)
  const { text } = saveHtmlBody(opened, doc, care)
  return redented(text.slice(from, text.length - (opened.src.length - to)), prefix)
}
