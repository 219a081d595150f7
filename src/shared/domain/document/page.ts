import type { Node } from 'prosemirror-model'
import { splitFront } from './front-matter/split-front.ts'
import { sameNode } from './hash.ts'
import { saveHtmlGated } from './html/gate.ts'
import { whyTooMuch } from './html/limits.ts'
import { normaliseForHtml } from './html/normalise.ts'
import { eolOf, openHtmlBody } from './html/open-html.ts'
import { saveHtmlBody } from './html/save-html.ts'
import type { OpenedBody } from './ref.ts'
import { documentSchema } from './schema.ts'
import type { BodyKind, OpenedPage, SavedPage } from './types.ts'

const blockTag =
  /^<(?:p|h[1-6]|ul|ol|table|div|blockquote|details|hr|section|figure|a|iframe|pre|center)\b/i

/** Whether a body's first element, comments aside, is a block. */
function startsWithBlock(body: string): boolean {
  let rest = body.trimStart()
  while (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->')
    if (end < 0) return false
    rest = rest.slice(end + 3).trimStart()
  }
  return blockTag.test(rest)
}

function kindOf(front: string, body: string): BodyKind {
  if (body.trim() === '') return 'none'
  if (/^variant:[ \t]*["']?tiptap/m.test(front) || startsWithBlock(body)) return 'html'
  return 'markdown'
}

/**
 * Opens a page's text. `doc` is null where the page can only be shown as source; `refusal` then says why.
 * Never throws; saving the document unedited gives the same text back, which is asserted here.
 */
export function openPage(text: string): OpenedPage {
  const { bom, front, body } = splitFront(text)
  const eol = eolOf(text)
  const kind = kindOf(front, body)
  const base = { source: text, eol, front: bom + front, body, kind }
  if (kind === 'markdown') return { ...base, doc: null, refusal: null }
  const refusal = whyTooMuch(body)
  if (refusal !== null) return { ...base, doc: null, refusal }
  const opened = openSafely(body)
  if (!opened) return { ...base, doc: null, refusal: unreadable }
  bodies.set(opened.doc, opened)
  return { ...base, doc: opened.doc, refusal: null }
}

const unreadable =
  'This page is written in a way that the editor could change by saving it. It can be edited as source.'

/** Opens a body that comes back to the byte from a copy of its document; null where it does not. */
function openSafely(body: string): OpenedBody | null {
  try {
    const opened = openHtmlBody(body)
    const copy = documentSchema.nodeFromJSON(opened.doc.toJSON())
    return saveHtmlBody(opened, copy).text === body ? opened : null
  } catch {
    return null
  }
}

/** The opened body of each page's document; kept beside it so that `OpenedPage` stays plain. */
const bodies = new WeakMap<Node, OpenedBody>()

/** What changed on a page: its document, its front matter (with fences and byte-order mark), or both. */
export interface PageEdit {
  readonly doc?: Node
  readonly front?: string
}

const unholdable =
  'This page holds something that its file cannot: a link inside a link, a heading inside a heading, or code that is never closed. Undo the last change, or mend the code in the source view.'

/** Saves an edit into the page it was opened from; what was not edited keeps its bytes. */
export function savePage(page: OpenedPage, edit: PageEdit): SavedPage {
  const front = edit.front ?? page.front
  const opened = page.doc && bodies.get(page.doc)
  if (!edit.doc || !opened) return { kind: 'saved', text: front + page.body, rungs: {} }
  const { text, rungs, holds } = saveHtmlGated(opened, edit.doc)
  if (!holds) return { kind: 'refused', reason: unholdable, text: front + text }
  return { kind: 'saved', text: front + text, rungs }
}

/**
 * The last gate before a file is written: reads the whole output again and compares it with the document it stands
 * for. Answers null where they agree, else a sentence.
 */
export function checkSaved(text: string, doc: Node): string | null {
  const again = openPage(text)
  const wanted = normaliseForHtml(doc)
  if (
    again.doc &&
    (sameNode(normaliseForHtml(again.doc), wanted) ||
      (again.kind === 'none' && wanted.textContent === '' && wanted.childCount === 1))
  )
    return null
  return 'The page as it would be saved does not read back as you see it.'
}
