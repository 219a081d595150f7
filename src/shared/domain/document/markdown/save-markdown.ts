import type { Node, NodeType } from 'prosemirror-model'
import { alignChildren } from '../align.ts'
import { sameNode } from '../hash.ts'
import { printBlock as printHtml } from '../html/print-html.ts'
import { documentSchema } from '../schema.ts'
import { FlowGaps } from './flow-gaps.ts'
import { GapWriter } from './gap-writer.ts'
import type { MarkdownRef, OpenedMarkdown } from './markdown-ref.ts'
import { isEmptyParagraph } from './normalise.ts'
import { indented } from './prefix.ts'
import { type BlockStyle, listSign, printMarkdown, type Taken } from './print-block.ts'
import { saveDefinitions } from './save-definitions.ts'
import { saveIsland } from './save-island.ts'
import { saveList } from './save-list.ts'
import { saveTable } from './save-table.ts'
import { saveText } from './save-text.ts'
import { SourcePool } from './source-pool.ts'

const { nodes } = documentSchema

/** Blocks whose inside is blocks of Markdown. */
const flowContainers = new Set<NodeType>([
  nodes.blockquote,
  nodes.footnoteDefinition,
  nodes.htmlBox,
])

/**
 * How far from the source a block may be written: word for word first; then with all signs escaped; then anew, as
 * Markdown and at last as HTML.
 */
export type Rung = 0 | 1 | 2 | 3 | 4 | 5
export const lastRung = 5

/** How a block is to be written, and which signs of lists it may not have. */
export interface Way {
  readonly rung: Rung
  readonly taken?: Taken | undefined
}

/** A block's text, and what goes before it. */
export interface Part {
  readonly gap: string
  readonly text: string
}

/** A gap that ends where its container's lines start: a block written anew has no indent of its own. */
const squared = (gap: string, inner: string) =>
  gap.includes('\n')
    ? gap.replace(/\n[ \t>]*$/, `\n${inner}`)
    : inner === ''
      ? gap.replace(/[ \t]+$/, '')
      : gap

/** Writes blocks into the body they were opened from. */
export class MarkdownSaver {
  readonly rungs: Record<string, number> = {}
  readonly opened: OpenedMarkdown
  private readonly pool: SourcePool

  constructor(opened: OpenedMarkdown) {
    this.opened = opened
    this.pool = new SourcePool(opened)
  }

  count(rung: string): void {
    this.rungs[rung] = (this.rungs[rung] ?? 0) + 1
  }

  slice(from: number, to: number): string {
    return this.opened.src.slice(from, to)
  }

  style(rung: Rung): BlockStyle {
    const { style, definitions } = this.opened
    return {
      ...{ file: style, definitions, newline: '\n', cell: false },
      escapeAll: rung >= 3,
      asHtml: rung >= lastRung,
      tags: rung >= 3,
      known: rung >= 3 ? () => null : (node) => this.pool.sourceOf(node),
    }
  }

  /** A block that was not there before, or is to be written anew. */
  fresh(node: Node, prefix: string, { rung, taken }: Way): string {
    const known = rung < 3 ? this.pool.sourceOf(node) : null
    this.count(known === null ? (rung >= lastRung ? 'as HTML' : 'new') : 'moved')
    const text = known ?? this.printed(node, { rung, taken })
    return indented(text, prefix, this.opened.eol)
  }

  private printed(node: Node, { rung, taken }: Way): string {
    const isCode = node.type === nodes.opaque || node.type === nodes.footnoteDefinition
    if (this.opened.newBlocks === 'html' && rung < 3 && !isCode)
      return printHtml(node, { eol: '\n', wrapFrom: 70 })
    return printMarkdown(node, this.style(rung), taken)
  }

  /** The parts of a container; empty paragraphs that are not the source's own are left out. */
  parts(
    children: readonly Node[],
    ref: MarkdownRef,
    rungOf: (i: number) => Rung,
  ): { parts: (Part | null)[]; tail: string } {
    const was = ref.kids
    const alignment = alignChildren(
      children,
      was,
      (n) => n.textContent.length > 0 && this.pool.sourceOf(n) !== null,
    )
    const gaps = new GapWriter(new FlowGaps(this.opened.src, ref, this.opened.eol), ref)
    let before = ''
    const parts = children.map((child, i): Part | null => {
      const k = alignment[i] ?? -1
      const old = was[k]
      const isSame = old !== undefined && sameNode(child, old)
      if (!isSame && isEmptyParagraph(child) && children.length > 1 && !this.keepsEmpty(old))
        return null
      const rung = rungOf(i)
      const way = { rung, taken: [listSign(before), this.signOf(was[alignment[i + 1] ?? -1])] }
      const gap = old
        ? gaps.beforeOld(k, rung > 0 || old.type !== child.type)
        : gaps.beforeNew(child)
      const text = old ? this.block(child, old, way) : this.fresh(child, ref.inner, way)
      before = text
      return { gap: old && rung < 4 ? gap : squared(gap, ref.inner), text }
    })
    return { parts, tail: gaps.tail() }
  }

  /** The sign of a list in the source. */
  private signOf(old: Node | undefined): string {
    const ref = old && this.opened.refs.get(old)
    return ref ? listSign(this.slice(ref.s, Math.min(ref.e, ref.s + 20))) : ''
  }

  private keepsEmpty(old: Node | undefined): boolean {
    return old !== undefined && this.opened.refs.get(old)?.island !== undefined
  }

  flow(node: Node, ref: MarkdownRef, rung: Rung): string {
    const { parts, tail } = this.parts(node.content.content, ref, () => rung)
    return parts.map((part) => (part ? part.gap + part.text : '')).join('') + tail
  }

  /** A block that is a version of one in the source. */
  block(now: Node, was: Node, way: Way): string {
    const { rung } = way
    const ref = this.opened.refs.get(was)
    if (!ref) return this.fresh(now, '', way)
    if (rung < 4 && sameNode(now, was)) return this.slice(ref.s, ref.e)
    if (rung >= 4) return this.fresh(now, ref.prefix, way)
    if (ref.island) {
      this.count('HTML block')
      return saveIsland(ref.island, now, rung === 0 ? 'spliced' : rung === 1 ? 'closed' : 'anew')
    }
    const saved = this.inPlace(now, was, { ref, rung })
    return saved ?? this.fresh(now, ref.prefix, way)
  }

  private inPlace(now: Node, was: Node, at: { ref: MarkdownRef; rung: Rung }): string | null {
    const { ref, rung } = at
    if (now.isTextblock && was.isTextblock) return saveText(this, { now, was, ...at })
    if (now.type !== was.type || now.isAtom || ref.kids.length === 0) return null
    if (JSON.stringify(now.attrs.bag) !== JSON.stringify(was.attrs.bag)) return null
    if (now.type === nodes.definitionList) return saveDefinitions(this, { now, was, ...at })
    if (/List$/.test(now.type.name)) return saveList(this, { now, was, ...at })
    if (now.type === nodes.table) return saveTable(this, { now, was, ...at })
    if (!flowContainers.has(now.type)) return null
    if (now.attrs.label !== was.attrs.label || now.attrs.tag !== was.attrs.tag) return null
    this.count('container')
    return this.slice(ref.s, ref.os) + this.flow(now, ref, rung) + this.slice(ref.ce, ref.e)
  }
}
