import type { Node } from 'prosemirror-model'
import type { OpenedBody } from '../ref.ts'
import { withoutNestedItems } from './equal-forms.ts'
import { normaliseForHtml } from './normalise.ts'
import { openHtmlBody } from './open-html.ts'
import { type Care, saveHtmlBody } from './save-html.ts'

/** The whole body as it may be written, or its coarsest form where none reads back right. */
export interface GatedBody {
  readonly text: string
  readonly holds: boolean
  /** The text as it was read again; null where it was not. */
  readonly again: OpenedBody | null
  readonly rungs: Readonly<Record<string, number>>
}

const ladder: readonly Care[] = ['spliced', 'closed', 'anew']

/** Whether a body reads back as the document, but for what HTML cannot hold. */
export function readsAs(again: OpenedBody, doc: Node): boolean {
  if (again.src.trim() === '')
    return doc.childCount === 1 && isEmptyLine(normaliseForHtml(doc).firstChild)
  return (
    again.doc.childCount === doc.childCount &&
    again.doc.children.every((node, i) => isSame(node, doc.child(i)))
  )
}

/** Most blocks are equal as they are; only others need to be said in full. */
const isSame = (a: Node, b: Node) => a.eq(b) || normaliseForHtml(a).eq(normaliseForHtml(b))

const isEmptyLine = (node: Node | null) =>
  node?.type.name === 'paragraph' && node.content.size === 0

/**
 * Saves a document into the body it was opened from, reads the whole output again and compares it with the document.
 * On a mismatch it writes more of the body anew, rung by rung; `holds` is false where no rung reads back right.
 */
export function saveHtmlGated(opened: OpenedBody, edited: Node): GatedBody {
  const doc = withoutNestedItems(edited)
  let rungs: Record<string, number> = {}
  let text = opened.src
  for (const care of ladder) {
    const saved = saveHtmlBody(opened, doc, care)
    text = saved.text
    rungs = { ...saved.rungs, [care]: 1 }
    if (text === opened.src) return { text, holds: true, again: null, rungs }
    const again = openHtmlBody(text)
    if (readsAs(again, doc)) return { text, holds: true, again, rungs }
  }
  return { text, holds: false, again: null, rungs }
}
