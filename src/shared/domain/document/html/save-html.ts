import type { Node } from 'prosemirror-model'
import { alignChildren } from '../align.ts'
import { sameNode, structuralHash } from '../hash.ts'
import type { OpenedBody, Ref } from '../ref.ts'
import { endTag, startTag } from './bag.ts'
import { hasSameTags, isBalanced } from './balance.ts'
import { changedInner, changedTag, isSameContainer } from './changed-tag.ts'
import { commonGap, gapsOf, missingEnds, withoutTags } from './gaps.ts'
import { isWrittenInLine } from './in-line.ts'
import { normaliseForHtml } from './normalise.ts'
import { openHtmlBody } from './open-html.ts'
import { tagOfNode } from './open-tag.ts'
import { type PrintStyle, printBlock, printInline, wrapInline } from './print-html.ts'
import { type SpliceStyle, spliceThreeWay, spliceTwoWay } from './splice.ts'
import { spliceCode } from './splice-code.ts'
import { isSpace } from './tree.ts'
import { wrapsLines } from './wraps-lines.ts'

export interface SavedBody {
  readonly text: string
  /** How often each rung of the ladder was needed. */
  readonly rungs: Readonly<Record<string, number>>
}

/**
 * How careful the saver is with badly written code around an edit. `spliced` keeps all that was not edited; `closed`
 * prints those blocks anew whose source means something else by itself (tags never closed, text without tags);
 * `anew` prints the whole body.
 */
export type Care = 'spliced' | 'closed' | 'anew'

const tableParts = /<\/?(?:tbody|thead|tfoot|colgroup|col|caption)\b/i

class Saver {
  readonly rungs: Record<string, number> = {}
  private readonly opened: OpenedBody
  private readonly printStyle: PrintStyle
  private readonly spliceStyle: SpliceStyle
  private readonly separator: string
  private readonly care: Care
  private readonly alone = new Map<Node, boolean>()
  private pool: Map<string, Node> | null = null

  constructor(opened: OpenedBody, care: Care) {
    this.opened = opened
    this.care = care
    const wraps = opened.wraps ?? wrapsLines(opened.src)
    this.printStyle = {
      eol: opened.eol,
      wrapFrom: wraps ? 70 : 0,
      known: (node) => (care === 'anew' || node.isAtom ? null : this.sourceOf(node)),
    }
    this.spliceStyle = { eol: opened.eol, width: wraps ? 80 : 0 }
    this.separator = commonGap(opened.src, opened.root) ?? opened.eol
  }

  save(doc: Node): string {
    const { src, root } = this.opened
    if (sameNode(doc, this.opened.doc)) return src
    if (this.care === 'anew') {
      this.count('page anew')
      return doc.content.content.map((n) => printBlock(n, this.printStyle)).join(this.opened.eol)
    }
    if (root.kids.length > 0) return this.children(doc, root, true)
    const text = doc.content.content.map((n) => this.fresh(n)).join(this.opened.eol)
    return src.trim() === '' ? src + text : text
  }

  /** The body as its parts tell it, one by one. */
  retell(): string {
    const { doc, root, src } = this.opened
    return root.kids.length > 0 ? this.children(doc, root, true) : src
  }

  private count(rung: string) {
    this.rungs[rung] = (this.rungs[rung] ?? 0) + 1
  }

  private slice(from: number, to: number) {
    return this.opened.src.slice(from, to)
  }

  /** Source of a node that stood somewhere in the page, by structure: moved and pasted blocks keep their bytes. */
  private sourceOf(node: Node): string | null {
    if (!this.pool) {
      this.pool = new Map()
      for (const known of this.opened.refs.keys())
        if (known.isBlock && known.type.name !== 'doc' && !this.pool.has(structuralHash(known)))
          this.pool.set(structuralHash(known), known)
    }
    const known = this.pool.get(structuralHash(node))
    const ref = known && this.opened.refs.get(known)
    if (!known || !ref || ref.implicit || ref.implied || ref.s === ref.e) return null
    if (this.care === 'closed' && !known.isAtom && !this.standsAlone(known, ref)) return null
    return this.slice(ref.s, ref.e)
  }

  private fresh(node: Node): string {
    const source = this.sourceOf(node)
    this.count(source === null ? 'new' : 'moved')
    return source ?? printBlock(node, this.printStyle)
  }

  private gaps(ref: Ref, from: number, to: number): string {
    const gap = gapsOf(this.opened.src, ref, [from, to])
    return this.care === 'closed' && !tableParts.test(gap) ? withoutTags(gap) : gap
  }

  private gapOf(ref: Ref, k: number): string {
    return this.gaps(ref, k, k)
  }

  private children(node: Node, ref: Ref, top: boolean): string {
    const now = node.content.content
    const was = ref.kids
    const alignment = alignChildren(
      now,
      was,
      (n) => n.textContent.length > 0 && this.sourceOf(n) !== null,
    )
    const separator = this.separatorIn(ref, top)
    const implicit = (i: number) => {
      const k = alignment[i] ?? -1
      return k >= 0 && Boolean(this.opened.refs.get(was[k] as Node)?.implicit)
    }
    const inLine = (i: number) => implicit(i) || isWrittenInLine(now[i])
    const areNeighbours = (i: number, j: number) =>
      (alignment[j] ?? -1) >= 0 && Math.abs((alignment[j] ?? 0) - (alignment[i] ?? 0)) === 1
    /** A paragraph without tags runs into a new neighbour that stands in a line: it then gets tags. */
    const mayStayBare = (i: number) =>
      this.care === 'spliced' && [i - 1, i + 1].every((j) => !inLine(j) || areNeighbours(i, j))
    let out = ''
    let previous = -1
    let afterNew = false
    now.forEach((child, i) => {
      const k = alignment[i] ?? -1
      if (k < 0) {
        out += previous < 0 && !afterNew ? this.gapOf(ref, 0) : separator
        out += this.fresh(child)
        afterNew = true
        return
      }
      out += this.gapBefore({
        gap: this.gaps(ref, previous + 1, k),
        afterNew,
        first: previous < 0,
        separator,
      })
      const old = was[k] as Node
      out +=
        implicit(i) && !mayStayBare(i) ? printBlock(child, this.printStyle) : this.node(child, old)
      if (i < now.length - 1 && k === was.length - 1) out += missingEnds(this.opened.refs, old)
      previous = k
      afterNew = false
    })
    return out + this.lastGap(ref, previous, afterNew)
  }

  private lastGap(ref: Ref, previous: number, afterNew: boolean): string {
    if (previous >= 0 || !afterNew) return this.gaps(ref, previous + 1, ref.kids.length)
    // Nothing of the old children is left: the first gap was written already.
    return ref.kids.length === 0 ? '' : this.gaps(ref, 1, ref.kids.length)
  }

  private gapBefore(at: {
    gap: string
    afterNew: boolean
    first: boolean
    separator: string
  }): string {
    if (!at.afterNew) return at.gap
    if (!isSpace(at.gap)) return at.first ? at.separator : at.gap
    return at.first ? at.separator : at.gap || at.separator
  }

  private separatorIn(ref: Ref, top: boolean): string {
    const common = commonGap(this.opened.src, ref)
    if (common !== null) return common
    if (!top && ref.kids.length === 1 && isSpace(this.gapOf(ref, 0)) && isSpace(this.gapOf(ref, 1)))
      return this.gapOf(ref, 0) || this.gapOf(ref, 1)
    return this.separator
  }

  /** Whether a block's source means the same wherever it stands, and leaves nothing open behind it. */
  private standsAlone(node: Node, ref: Ref): boolean {
    const known = this.alone.get(node)
    if (known !== undefined) return known
    const { doc } = openHtmlBody(`${this.slice(ref.s, ref.e)}\n<p>x</p>`)
    const [first, last] = [doc.firstChild, doc.lastChild]
    const stands =
      doc.childCount === 2 && sameNode(first as Node, node) && last?.textContent === 'x'
    this.alone.set(node, stands)
    return stands
  }

  private node(now: Node, was: Node): string {
    const ref = this.opened.refs.get(was) as Ref
    const isSame = sameNode(now, was)
    const keeps = this.care === 'spliced' || now.isAtom || this.standsAlone(was, ref)
    if (isSame && keeps) return this.slice(ref.s, ref.e)
    if (isSame && now.isTextblock) return this.anew(now)
    if (now.type === was.type && ref.text) return this.textBlock(now, was, ref)
    if (isSameContainer(now, was) && ref.kids.length > 0) {
      this.count('container')
      return this.tag(now, was, ref) + this.container(now, was, ref) + this.end(now, ref)
    }
    if (
      now.isTextblock &&
      was.isTextblock &&
      ref.text &&
      !ref.implicit &&
      now.type.name !== 'codeBlock' &&
      was.type.name !== 'codeBlock'
    ) {
      const tag = tagOfNode(now)
      return startTag(tag) + this.splice(now, was, ref) + endTag(tag)
    }
    return this.fresh(now)
  }

  private anew(now: Node): string {
    this.count('block anew')
    return printBlock(now, this.printStyle)
  }

  private end(now: Node, ref: Ref): string {
    const isOpen = ref.implied && !ref.implicit && ref.os > ref.s
    return this.care === 'closed' && isOpen ? endTag(tagOfNode(now)) : this.slice(ref.ce, ref.e)
  }

  private container(now: Node, was: Node, ref: Ref): string {
    return changedInner(this.children(now, ref, false), now, was)
  }

  private tag(now: Node, was: Node, ref: Ref): string {
    const source = this.slice(ref.s, ref.os)
    return ref.implicit || source === '' ? source : changedTag(source, now, was)
  }

  private textBlock(now: Node, was: Node, ref: Ref): string {
    if (now.type.name === 'codeBlock') {
      if (now.attrs.language !== was.attrs.language) return printBlock(now, this.printStyle)
      this.count('code')
      const edit = { was: was.textContent, now: now.textContent, eol: this.opened.eol }
      const code = spliceCode(this.slice(ref.os, ref.ce), edit)
      return this.tag(now, was, ref) + code + this.slice(ref.ce, ref.e)
    }
    const inner = this.splice(now, was, ref)
    if (ref.implicit) return inner
    const tag = tagOfNode(now)
    const end = tag.tag === tagOfNode(was).tag ? this.end(now, ref) : endTag(tag)
    return this.tag(now, was, ref) + inner + end
  }

  private splice(now: Node, was: Node, ref: Ref): string {
    const inner = this.slice(ref.os, ref.ce)
    const fresh = printInline(now)
    const three = spliceThreeWay(inner, printInline(was), fresh, this.spliceStyle)
    const isSafe = isBalanced(three) || hasSameTags(three, inner)
    if (isSafe && this.reads(three, now)) return this.rung('splice', three)
    const two = spliceTwoWay(inner, fresh, this.spliceStyle)
    if (isBalanced(two) && this.reads(two, now)) return this.rung('splice again', two)
    return this.rung('line anew', wrapInline(fresh, this.printStyle, 3))
  }

  private rung(name: string, text: string): string {
    this.count(name)
    return text
  }

  /** Whether inline HTML reads back as the block's content. */
  private reads(inline: string, block: Node): boolean {
    const { doc } = openHtmlBody(`<p>${inline}</p>`)
    const only = doc.firstChild
    return (
      doc.childCount === 1 &&
      only !== null &&
      only.isTextblock &&
      normaliseForHtml(only).content.eq(normaliseForHtml(block).content)
    )
  }
}

/** Writes a document into the body it was opened from; only what was edited differs from the source. */
export function saveHtmlBody(opened: OpenedBody, doc: Node, care: Care = 'spliced'): SavedBody {
  const saver = new Saver(opened, care)
  return { text: saver.save(doc), rungs: saver.rungs }
}

/** The body put together from the places of its blocks: the source itself, or the places are wrong. */
export function retellHtmlBody(opened: OpenedBody): string {
  return new Saver(opened, 'spliced').retell()
}
