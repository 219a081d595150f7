import {
  Fragment,
  type Mark,
  type Node,
  type ResolvedPos,
  type Schema,
  Slice,
} from '@tiptap/pm/model'
import { blocksOfMarkdown, looksLikeMarkdown } from './read-markdown.ts'

const address = /\bhttps?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g

/** Words with the addresses in them as links. */
function wordsWithLinks(schema: Schema, line: string, marks: readonly Mark[]): Node[] {
  const out: Node[] = []
  let at = 0
  const add = (text: string, more: readonly Mark[]) => {
    if (text !== '') out.push(schema.text(text, more))
  }
  for (const match of line.matchAll(address)) {
    const [href] = match
    add(line.slice(at, match.index), marks)
    add(href, schema.mark('link', { href }).addToSet(marks))
    at = match.index + href.length
  }
  add(line.slice(at), marks)
  return out
}

/** A slice whose first and last paragraphs join the words around it. */
function openSlice(blocks: readonly Node[]): Slice {
  const open = (node: Node | undefined) => (node?.type.name === 'paragraph' ? 1 : 0)
  return new Slice(Fragment.fromArray([...blocks]), open(blocks[0]), open(blocks.at(-1)))
}

/** Pasted text as blocks: Markdown where it is that without doubt, else a paragraph for every line. `plain`: as it is. */
export function sliceOfText(text: string, $context: ResolvedPos, plain: boolean): Slice {
  const { schema } = $context.doc.type
  const markdown = !plain && looksLikeMarkdown(text) ? blocksOfMarkdown(text, schema) : null
  if (markdown && markdown.length > 0) return openSlice(markdown)
  const marks = $context.marks()
  const lines = text.split(/(?:\r\n?|\n)+/)
  return openSlice(
    lines.map((line) => {
      const words = plain && line ? [schema.text(line, marks)] : wordsWithLinks(schema, line, marks)
      return schema.node('paragraph', null, words)
    }),
  )
}
