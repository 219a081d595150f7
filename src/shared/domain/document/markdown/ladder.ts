import type { Node } from 'prosemirror-model'
import { sameNode, structuralHash } from '../hash.ts'
import { withoutNestedItems } from '../html/equal-forms.ts'
import type { OpenedMarkdown } from './markdown-ref.ts'
import { isEmptyParagraph, normaliseForMarkdown } from './normalise.ts'
import { openMarkdownBody } from './open-markdown.ts'
import { lastRung, MarkdownSaver, type Rung } from './save-markdown.ts'

/** `holds`: the text reads back as the document; else no way to write it was found. */
export interface SavedMarkdown {
  readonly text: string
  readonly rungs: Readonly<Record<string, number>>
  readonly holds: boolean
}

/** A document's blocks that a file can hold, each with its index in the document. */
const heldBlocks = (doc: Node): { node: Node; index: number }[] =>
  doc.content.content.flatMap((node, index) => (isEmptyParagraph(node) ? [] : [{ node, index }]))

/** Most blocks are equal as they are; only others need to be said as a file holds them. */
const isSame = (a: Node | undefined, b: Node | undefined) =>
  a !== undefined &&
  b !== undefined &&
  (a.eq(b) || sameNode(normaliseForMarkdown(a), normaliseForMarkdown(b)))

/** The blocks of `doc` that do not read back, as a range of indexes; null where all do. */
function mismatch(doc: Node, again: Node): readonly [number, number] | null {
  const wanted = heldBlocks(doc)
  const got = heldBlocks(again)
  const most = Math.min(wanted.length, got.length)
  let head = 0
  while (head < most && isSame(wanted[head]?.node, got[head]?.node)) head++
  if (head === wanted.length && head === got.length) return null
  let tail = 0
  while (tail < most - head && isSame(wanted.at(-1 - tail)?.node, got.at(-1 - tail)?.node)) tail++
  const last = doc.childCount - 1
  const from = wanted[Math.min(head, wanted.length - 1)]?.index ?? 0
  const to = wanted[Math.max(wanted.length - tail - 1, 0)]?.index ?? last
  return [Math.min(from, to), Math.max(from, to)]
}

/** Takes blocks a rung down: first those that were changed, then the ones beside them. Answers whether any could. */
class Rungs {
  private readonly rungs: Rung[]
  private readonly changed: boolean[]

  constructor(opened: OpenedMarkdown, doc: Node) {
    const pristine = new Set(opened.doc.content.content)
    const fresh = doc.content.content.filter((child) => !pristine.has(child))
    const known = new Set(fresh.length === 0 ? [] : [...pristine].map(structuralHash))
    this.rungs = doc.content.content.map(() => 0)
    this.changed = doc.content.content.map(
      (child) => !pristine.has(child) && !known.has(structuralHash(child)),
    )
  }

  of(i: number): Rung {
    return this.rungs[i] ?? 0
  }

  lower([from, to]: readonly [number, number]): boolean {
    const near = (i: number) => i >= from - 1 && i <= to + 1
    const inside = (i: number) => i >= from && i <= to
    return (
      this.step((i) => near(i) && Boolean(this.changed[i])) ||
      this.step((i) => inside(i)) ||
      this.step(near)
    )
  }

  private step(wanted: (i: number) => boolean): boolean {
    let any = false
    this.rungs.forEach((rung, i) => {
      if (!wanted(i) || rung >= lastRung) return
      this.rungs[i] = (rung + 1) as Rung
      any = true
    })
    return any
  }
}

const mostTries = 20

function told(saver: MarkdownSaver, doc: Node, rungOf: (index: number) => Rung): string {
  const { parts, tail } = saver.parts(doc.content.content, saver.opened.root, rungOf)
  return parts.map((part) => (part ? part.gap + part.text : '')).join('') + tail
}

/** The body put together from the places of its blocks: the source itself, or the places are wrong. */
export function retellMarkdownBody(opened: OpenedMarkdown): string {
  if (opened.root.kids.length === 0) return opened.src
  return told(new MarkdownSaver(opened), opened.doc, () => 0)
}

/**
 * Saves a document into the body it was opened from; only what was edited differs from the source. The whole text is
 * read again: blocks that do not read back as they stand in the document are written more plainly, until they do.
 */
export function saveMarkdownBody(opened: OpenedMarkdown, edited: Node): SavedMarkdown {
  const doc = withoutNestedItems(edited)
  if (doc.eq(opened.doc)) return { text: opened.src, rungs: {}, holds: true }
  const rungs = new Rungs(opened, doc)
  let saved: SavedMarkdown = { text: opened.src, rungs: {}, holds: false }
  for (let tries = 0; tries < mostTries; tries++) {
    const saver = new MarkdownSaver(opened)
    const text = told(saver, doc, (i) => rungs.of(i))
    const wrong = mismatch(doc, openMarkdownBody(text).doc)
    if (tries > 0) saver.count(`tried ${tries} more`)
    saved = { text, rungs: saver.rungs, holds: wrong === null }
    if (wrong === null || !rungs.lower(wrong)) break
  }
  return saved
}
