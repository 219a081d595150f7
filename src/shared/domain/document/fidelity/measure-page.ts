import type { Node } from 'prosemirror-model'
import { checkSaved, openPage, savePage } from '../page.ts'
import type { BodyKind, OpenedPage } from '../types.ts'
import { changedLines, staysInBlock } from './text-changes.ts'
import { seededBy, type WordEdit, wordEdits } from './word-edits.ts'

/** What saving a page showed, as counts. */
export interface PageFidelity {
  readonly body: BodyKind
  readonly identical: boolean
  /** Blocks without blocks inside, and how many of them are kept locked; page machinery (styles, scripts, comments) apart. */
  readonly blocks: number
  readonly opaque: number
  readonly edits: readonly EditFidelity[]
  /** Why the page can be shown as source only; null where it opens. */
  readonly refusal: string | null
}

/** What one word edit did to the page's text. */
export interface EditFidelity {
  readonly kind: string
  readonly withinBlock: boolean
  readonly oneLine: boolean
  readonly reparseEqual: boolean
  /** Why nothing was written; null where something was. */
  readonly refusal: string | null
}

const machinery = /^<(?:!--|style\b|script\b)/i

function countBlocks(doc: Node): { blocks: number; opaque: number } {
  let blocks = 0
  let opaque = 0
  doc.descendants((node) => {
    if (!node.isTextblock && !node.isLeaf) return true
    const isLocked = node.type.name === 'opaque'
    if (isLocked && machinery.test(String(node.attrs.source))) return false
    blocks++
    if (isLocked) opaque++
    return false
  })
  return { blocks, opaque }
}

function measureEdit(page: OpenedPage, { kind, block, edited }: WordEdit): EditFidelity {
  const saved = savePage(page, { doc: edited })
  if (saved.kind === 'refused')
    return {
      kind,
      withinBlock: false,
      oneLine: false,
      reparseEqual: false,
      refusal: saved.reason,
    }
  return {
    kind,
    withinBlock: staysInBlock(page.source, saved.text, block),
    oneLine: changedLines(page.source, saved.text) === 1,
    reparseEqual: checkSaved(saved.text, edited) === null,
    refusal: null,
  }
}

/** Opens a page, saves it unedited and with one word edited at a time; the path only seeds which words. */
export function measurePage(path: string, text: string, all: boolean): PageFidelity {
  const page = openPage(text)
  const { doc } = page
  const unedited = savePage(page, doc ? { doc } : {})
  const edits = doc ? [...wordEdits(doc, seededBy(path), all)] : []
  return {
    body: page.kind,
    identical: unedited.kind === 'saved' && unedited.text === text,
    ...(doc && page.kind !== 'none' ? countBlocks(doc) : { blocks: 0, opaque: 0 }),
    edits: edits.map((edit) => measureEdit(page, edit)),
    refusal: page.refusal,
  }
}
