import type { Node } from 'prosemirror-model'
import { saveHtmlGated } from './html/gate.ts'
import { openHtmlBody } from './html/open-html.ts'
import { retellHtmlBody } from './html/save-html.ts'
import { retellMarkdownBody, saveMarkdownBody } from './markdown/ladder.ts'
import { openMarkdownBody } from './markdown/open-markdown.ts'
import type { OpenedBody } from './ref.ts'
import type { BodyKind } from './types.ts'

/** A body as it would be written; `holds` is false where no way to write it reads back as the document. */
interface WrittenBody {
  readonly text: string
  readonly holds: boolean
  /** Whether a page of this front matter and text would be read in just the way in which this text was read again. */
  readonly isRead: boolean
  readonly rungs: Readonly<Record<string, number>>
}

/** A body opened by the engine of its language. */
export interface PageBody {
  readonly kind: BodyKind
  readonly doc: Node
  /** Writes the body of a document; `front` is the page's front matter. */
  readonly save: (doc: Node, front: string) => WrittenBody
  /** Whether a heading or code block of the document, as opened, is written as Markdown. */
  readonly isMarkdown: (block: Node) => boolean
  /** Where each block of the document begins, in characters of the body. */
  readonly starts: readonly number[]
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

const startsOf = ({ root }: OpenedBody) => root.ranges.map(([start]) => start)

/** Words outside of any element: they are Markdown to the site's generator. */
const hasLooseText = ({ root, refs }: OpenedBody) =>
  root.kids.some((kid) => Boolean(refs.get(kid)?.implicit))

/** Whether a body is looked at as HTML before it is known that all its words stand in elements. */
const mayBeHtml = (front: string, body: string) => {
  const isEditors = isEditorPage(front)
  return body.trim() === '' ? isEditors : isEditors || startsWithBlock(body)
}

function openAsHtml(kind: BodyKind, opened: OpenedBody): PageBody | null {
  if (retellHtmlBody(opened) !== opened.src) return null
  const save = (doc: Node, front: string): WrittenBody => {
    const { again, ...written } = saveHtmlGated(opened, doc)
    const isRead = again !== null && mayBeHtml(front, again.src) && !hasLooseText(again)
    return { ...written, isRead }
  }
  return { kind, doc: opened.doc, save, isMarkdown: () => false, starts: startsOf(opened) }
}

function openAsMarkdown(body: string, newBlocks: 'html' | 'markdown'): PageBody | null {
  const opened = openMarkdownBody(body, newBlocks)
  if (retellMarkdownBody(opened) !== body) return null
  const hasHtml = [...opened.refs.values()].some((ref) => ref.island)
  const kind = body.trim() === '' ? 'none' : hasHtml ? 'mixed' : 'markdown'
  const save = (doc: Node, front: string): WrittenBody => {
    const written = saveMarkdownBody(opened, doc)
    return { ...written, isRead: written.text.trim() !== '' && !mayBeHtml(front, written.text) }
  }
  const isMarkdown = (block: Node) => opened.refs.get(block)?.form !== undefined
  return { kind, doc: opened.doc, save, isMarkdown, starts: startsOf(opened) }
}

/**
 * Opens a body by the engine of its language, decided by what it holds: HTML where all its words stand in elements,
 * else Markdown with HTML in it. Null where it would not come back to the byte.
 */
export function openBody(front: string, body: string): PageBody | null {
  if (mayBeHtml(front, body)) {
    const opened = openHtmlBody(body)
    if (!hasLooseText(opened)) return openAsHtml(body.trim() === '' ? 'none' : 'html', opened)
  }
  return openAsMarkdown(body, isEditorPage(front) ? 'html' : 'markdown')
}
