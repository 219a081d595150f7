import type { Node } from 'prosemirror-model'
import type { OpenedBody } from '../ref.ts'
import { normaliseForHtml } from './normalise.ts'
import { openHtmlBody } from './open-html.ts'
import { type Care, saveHtmlBody } from './save-html.ts'

/** The whole body as it may be written, or its coarsest form where none reads back right. */
export interface GatedBody {
  readonly text: string
  readonly holds: boolean
  readonly rungs: Readonly<Record<string, number>>
}

const ladder: readonly Care[] = ['spliced', 'closed', 'anew']

/** Whether a body reads back as the document, but for what HTML cannot hold. */
export function readsAs(text: string, doc: Node): boolean {
  if (text.trim() === '')
    return doc.childCount === 1 && isEmptyLine(normaliseForHtml(doc).firstChild)
  const again = openHtmlBody(text).doc
  return (
    again.childCount === doc.childCount &&
    again.children.every((node, i) => isSame(node, doc.child(i)))
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
export function saveHtmlGated(opened: OpenedBody, doc: Node): GatedBody {
  let rungs: Record<string, number> = {}
  let text = opened.src
  for (const care of ladder) {
    const saved = saveHtmlBody(opened, doc, care)
    text = saved.text
    rungs = { ...saved.rungs, [care]: 1 }
    if (text === opened.src || readsAs(text, doc)) return { text, holds: true, rungs }
  }
  return { text, holds: false, rungs }
}
