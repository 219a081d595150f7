import type { Node } from 'prosemirror-model'
import { saveHtmlGated } from './html/gate.ts'
import { openHtmlBody } from './html/open-html.ts'
import { saveHtmlBody } from './html/save-html.ts'
import { saveMarkdownBody } from './markdown/ladder.ts'
import { openMarkdownBody } from './markdown/open-markdown.ts'
import type { OpenedBody } from './ref.ts'
import { documentSchema } from './schema.ts'
import type { BodyKind } from './types.ts'

/** A body as it would be written; `holds` is false where no way to write it reads back as the document. */
interface WrittenBody {
  readonly text: string
  readonly holds: boolean
  readonly rungs: Readonly<Record<string, number>>
}

/** A body opened by the engine of its language. */
export interface PageBody {
  readonly kind: BodyKind
  readonly doc: Node
  readonly save: (doc: Node) => WrittenBody
}

const blockTag =
  /^<(?:!doctype|html|head|body|p|h[1-6]|ul|ol|table|div|blockquote|details|hr|section|figure|a|iframe|pre|center)\b/i

/** Whether a body's first element, comments aside, is a block, or the frame of a whole document. */
function startsWithBlock(body: string): boolean {
  let rest = body.trimStart()
  while (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->')
    if (end < 0) return false
    rest = rest.slice(end + 3).trimStart()
  }
  return blockTag.test(rest)
}

/** Whether a page's front matter says that Isomer's own editor wrote it, which means HTML. */
export const isEditorPage = (front: string): boolean => /^variant:[ \t]*["']?tiptap/m.test(front)

/** Words outside of any element: they are Markdown to the site's generator. */
const hasLooseText = ({ root, refs }: OpenedBody) =>
  root.kids.some((kid) => Boolean(refs.get(kid)?.implicit))

const copyOf = (doc: Node) => documentSchema.nodeFromJSON(doc.toJSON())

function openAsHtml(kind: BodyKind, opened: OpenedBody): PageBody | null {
  if (saveHtmlBody(opened, copyOf(opened.doc)).text !== opened.src) return null
  return { kind, doc: opened.doc, save: (doc) => saveHtmlGated(opened, doc) }
}

function openAsMarkdown(body: string, newBlocks: 'html' | 'markdown'): PageBody | null {
  const opened = openMarkdownBody(body, newBlocks)
  if (saveMarkdownBody(opened, copyOf(opened.doc)).text !== body) return null
  const hasHtml = [...opened.refs.values()].some((ref) => ref.island)
  const kind = body.trim() === '' ? 'none' : hasHtml ? 'mixed' : 'markdown'
  return { kind, doc: opened.doc, save: (doc) => saveMarkdownBody(opened, doc) }
}

/**
 * Opens a body by the engine of its language, decided by what it holds: HTML where all its words stand in elements,
 * else Markdown with HTML in it. Null where it would not come back to the byte.
 */
export function openBody(front: string, body: string): PageBody | null {
  const isEditors = isEditorPage(front)
  const isBlank = body.trim() === ''
  if (isBlank ? isEditors : isEditors || startsWithBlock(body)) {
    const opened = openHtmlBody(body)
    if (!hasLooseText(opened)) return openAsHtml(isBlank ? 'none' : 'html', opened)
  }
  return openAsMarkdown(body, isEditors ? 'html' : 'markdown')
}
