import type { Node } from 'prosemirror-model'
import { sameNode } from '../hash.ts'
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

/** A document's blocks as a file can hold them, each with its index in the document. */
function heldBlocks(doc: Node): { node: Node; index: number }[] {
  return doc.content.content.flatMap((child, index) =>
    isEmptyParagraph(child) ? [] : [{ node: normaliseForMarkdown(child), index }],
  )
}

/** The blocks of `doc` that do not read back, as a range of indexes; null where all do. */
function mismatch(doc: Node, again: Node): readonly [number, number] | null {
  const wanted = heldBlocks(doc)
  const got = heldBlocks(again)
  const most = Math.min(wanted.length, got.length)
  let head = 0
  while (head < most && sameNode(wanted[head]?.node as Node, got[head]?.node as Node)) head++
  if (head === wanted.length && head === got.length) return null
  let tail = 0
  while (
    tail < most - head &&
    sameNode(wanted.at(-1 - tail)?.node as Node, got.at(-1 - tail)?.node as Node)
  )
    tail++
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
    this.rungs = doc.content.content.map(() => 0)
    this.changed = doc.content.content.map(
      (child) =>
        !pristine.has(child) && !opened.doc.content.content.some((old) => sameNode(old, child)),
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

/**
 * Saves a document into the body it was opened from; only what was edited differs from the source. The whole text is
 * read again: blocks that do not read back as they stand in the document are written more plainly, until they do.
 */
export function saveMarkdownBody(opened: OpenedMarkdown, doc: Node): SavedMarkdown {
  if (sameNode(doc, opened.doc)) return { text: opened.src, rungs: {}, holds: true }
  const rungs = new Rungs(opened, doc)
  let saved: SavedMarkdown = { text: opened.src, rungs: {}, holds: false }
  for (let tries = 0; tries < mostTries; tries++) {
    const saver = new MarkdownSaver(opened)
    const { parts, tail } = saver.parts(doc.content.content, opened.root, (i) => rungs.of(i))
    const text = parts.map((part) => (part ? part.gap + part.text : '')).join('') + tail
    const wrong = mismatch(doc, openMarkdownBody(text).doc)
    if (tries > 0) saver.count(`tried ${tries} more`)
    saved = { text, rungs: saver.rungs, holds: wrong === null }
    if (wrong === null || !rungs.lower(wrong)) break
  }
  return saved
}
