import type { Node } from 'prosemirror-model'
import { splitFront } from './front-matter/split-front.ts'
import { sameNode } from './hash.ts'
import { whyTooMuch } from './html/limits.ts'
import { normaliseForHtml } from './html/normalise.ts'
import { eolOf } from './html/open-html.ts'
import { normaliseForMarkdown } from './markdown/normalise.ts'
import { isEditorPage, openBody, type PageBody } from './page-body.ts'
import type { OpenedPage, SavedPage } from './types.ts'

/**
 * Opens a page's text. `doc` is null where the page can only be shown as source; `refusal` then says why.
 * Never throws; saving the document unedited gives the same text back, which is asserted here.
 */
export function openPage(text: string): OpenedPage {
  const { bom, front, body } = splitFront(text)
  const eol = eolOf(text)
  const base = { source: text, eol, front: bom + front, body }
  const refusal = whyTooMuch(body)
  if (refusal !== null) return { ...base, kind: 'html', doc: null, refusal }
  const opened = openSafely(front, body)
  if (!opened) return { ...base, kind: 'markdown', doc: null, refusal: unreadable }
  bodies.set(opened.doc, opened)
  return { ...base, kind: opened.kind, doc: opened.doc, refusal: null }
}

const unreadable =
  'This page is written in a way that the editor could change by saving it. It can be edited as source.'

/** Opens a body that comes back to the byte from the places of its blocks; null where it does not. */
function openSafely(front: string, body: string): PageBody | null {
  try {
    return openBody(front, body)
  } catch {
    return null
  }
}

/** The opened body of each page's document; kept beside it so that `OpenedPage` stays plain. */
const bodies = new WeakMap<Node, PageBody>()

/** Whether a heading or code block of the page's document, as opened, is written as Markdown. */
export const isMarkdownBlock = (page: OpenedPage, block: Node): boolean =>
  (page.doc && bodies.get(page.doc)?.isMarkdown(block)) ?? false

/** Where each top block of the page's document begins, in characters of the whole text; empty without a document. */
export function blockStarts(page: OpenedPage): readonly number[] {
  const starts = (page.doc && bodies.get(page.doc)?.starts) ?? []
  return starts.map((start) => page.front.length + start)
}

/** What changed on a page: its document, its front matter (with fences and byte-order mark), or both. */
export interface PageEdit {
  readonly doc?: Node
  readonly front?: string
}

const unholdable =
  'This page holds something that its file cannot: a link inside a link, a heading inside a heading, or code that is never closed. Undo the last change, or mend the code in the source view.'

const unwritable =
  'This page could not be put together. Undo the last change; if that does not help, take your words from the draft.'

function writtenBy(opened: PageBody, doc: Node, front: string) {
  try {
    return opened.save(doc, front)
  } catch {
    return null
  }
}

/** The words of a document that cannot be written, one line below the other: a draft must not be empty. */
function wordsOf(doc: Node): string {
  const lines: string[] = []
  const rest: Node[] = [doc]
  // Not by recursion: a page nested too deeply to be written is one that comes here.
  for (let node = rest.pop(); node; node = rest.pop()) {
    if (node.isTextblock) lines.push(node.textContent)
    else rest.push(...node.children.slice().reverse())
  }
  return lines.join('\n\n')
}

/** Saves an edit into the page it was opened from; what was not edited keeps its bytes. */
export function savePage(page: OpenedPage, edit: PageEdit): SavedPage {
  const front = edit.front ?? page.front
  const opened = page.doc && bodies.get(page.doc)
  if (!edit.doc || !opened)
    return { kind: 'saved', text: front + page.body, rungs: {}, isRead: false }
  const written = writtenBy(opened, edit.doc, front)
  if (!written) return { kind: 'refused', reason: unwritable, text: front + wordsOf(edit.doc) }
  const { text, rungs, holds, isRead } = written
  if (!holds) return { kind: 'refused', reason: unholdable, text: front + text }
  return { kind: 'saved', text: front + text, rungs, isRead: isRead && isWhole(front, text) }
}

/** Whether a page of these parts falls into them again, and is one that the editor opens. */
function isWhole(front: string, body: string): boolean {
  const parts = splitFront(front + body)
  return parts.bom + parts.front === front && parts.body === body && whyTooMuch(body) === null
}

/**
 * The last gate before a file is written: reads the whole output again and compares it with the document it stands
 * for. Answers null where they agree, else a sentence. What `savePage` says is read has been through just this.
 */
export function checkSaved(text: string, doc: Node): string | null {
  const again = openPage(text)
  if (again.doc && readsAs(again, doc)) return null
  return 'The page as it would be saved does not read back as you see it.'
}

function readsAs(again: OpenedPage, doc: Node): boolean {
  if (!again.doc) return false
  if (again.doc.eq(doc)) return true
  const isStrict = isEditorPage(again.front) && again.kind !== 'mixed' && again.kind !== 'markdown'
  const normalise = isStrict ? normaliseForHtml : normaliseForMarkdown
  const wanted = normalise(doc)
  if (sameNode(normalise(again.doc), wanted)) return true
  return again.kind === 'none' && wanted.textContent === '' && wanted.childCount === 1
}
