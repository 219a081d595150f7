import { Fragment, type Mark, type Node, type Schema } from '@tiptap/pm/model'
import { openPage } from '../../../../shared/domain/document/page.ts'
import { isSafeAddress } from '../schema/parse-rules.ts'
import { nodeTypeOf } from '../schema/type-of.ts'

/** Longer texts are pasted as they are: nobody writes so much Markdown into a clipboard by hand. */
const longest = 200_000

const signs: readonly RegExp[] = [
  /^#{1,6} \S.*(?:\n[ \t]*\n|$(?![\s\S]))/m,
  /^(?:```|~~~)/m,
  /^\|.*\|[ \t]*\n\|?[ \t]*:?-{3,}/m,
  /\[[^\]\n]+\]\([^)\s]+\)/,
  /(?:^|\s)\*\*[^*\s][^*\n]*\*\*(?=[\s.,;:!?)]|$)/m,
]
const item = /^ {0,3}(?:[-*+]|\d{1,3}[.)]) \S/gm

/** Whether a text is Markdown without doubt: one of its signs that means nothing else, or a list. */
export function looksLikeMarkdown(text: string): boolean {
  if (text.length > longest) return false
  const lines = text.replace(/\r\n?/g, '\n')
  return signs.some((sign) => sign.test(lines)) || (lines.match(item)?.length ?? 0) > 1
}

/** What came in as code of another page is words here: nothing that is pasted may act. */
const asWords = (schema: Schema, source: string) =>
  source
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => schema.node('paragraph', null, [schema.text(line)]))

const markFor = (schema: Schema, { type, attrs }: Mark): Mark[] => {
  if (type.name === 'htmlMark') return []
  if (type.name !== 'link') return [schema.mark(type.name)]
  const { href } = attrs
  return isSafeAddress(String(href)) ? [schema.mark('link', { href })] : []
}

function inlineOf(schema: Schema, node: Node): Node[] {
  const marks = node.marks.flatMap((mark) => markFor(schema, mark))
  const words = (text: string) => (text === '' ? [] : [schema.text(text, marks)])
  switch (node.type.name) {
    case 'text':
      return words(node.text ?? '')
    case 'hardBreak':
      return [schema.node('hardBreak')]
    case 'opaqueInline':
      return words(String(node.attrs.source))
    case 'footnoteReference':
      return words(`[^${node.attrs.label}]`)
    case 'imageInline':
      return words(String(node.attrs.alt ?? ''))
    default:
      return []
  }
}

function blocksOf(schema: Schema, node: Node): Node[] {
  const { name } = node.type
  if (node.isInline) return inlineOf(schema, node)
  if (name === 'opaque') return asWords(schema, String(node.attrs.source))
  if (name === 'iframe') return asWords(schema, String(node.attrs.src ?? ''))
  if (name === 'image' && !isSafeAddress(String(node.attrs.src)))
    return asWords(schema, String(node.attrs.alt ?? ''))
  const inside = node.children.flatMap((child) => blocksOf(schema, child))
  if (name === 'htmlBox' || name === 'footnoteDefinition') return inside
  const attrs = { ...node.attrs, bag: null, ...('wrap' in node.attrs ? { wrap: null } : {}) }
  const made = nodeTypeOf(schema, name).createAndFill(attrs, Fragment.from(inside))
  return made ? [made] : []
}

/** The blocks that a Markdown text stands for, as new blocks of a page; null where it cannot be read. */
export function blocksOfMarkdown(text: string, schema: Schema): readonly Node[] | null {
  const { doc } = openPage(`---\nvariant: markdown\n---\n${text.replace(/\r\n?/g, '\n')}`)
  return doc ? doc.children.flatMap((node) => blocksOf(schema, node)) : null
}
