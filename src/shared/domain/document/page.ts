import type { Node } from 'prosemirror-model'
import { splitFront } from './front-matter/split-front.ts'
import { sameNode } from './hash.ts'
import { saveHtmlGated } from './html/gate.ts'
import { normaliseForHtml } from './html/normalise.ts'
import { eolOf, openHtmlBody } from './html/open-html.ts'
import { saveHtmlBody } from './html/save-html.ts'
import { documentSchema } from './schema.ts'
import type { BodyKind, OpenedPage, SavedPage } from './types.ts'

const htmlFirst =
  /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:p|h[1-6]|ul|ol|table|div|blockquote|details|hr|section|figure|a|iframe|pre|center)\b/i

function kindOf(front: string, body: string): BodyKind {
  if (body.trim() === '') return 'none'
  if (/^variant:[ \t]*["']?tiptap/m.test(front) || htmlFirst.test(body)) return 'html'
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
  const opened = openHtmlBody(body)
  const copy = documentSchema.nodeFromJSON(opened.doc.toJSON())
  if (saveHtmlBody(opened, copy).text !== body)
    return {
      ...base,
      doc: null,
      refusal: 'This page is written in a way that the editor could change by saving it.',
    }
  bodies.set(opened.doc, opened)
  return { ...base, doc: opened.doc, refusal: null }
}

/** The opened body of each page's document; kept beside it so that `OpenedPage` stays plain. */
const bodies = new WeakMap<Node, ReturnType<typeof openHtmlBody>>()

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
