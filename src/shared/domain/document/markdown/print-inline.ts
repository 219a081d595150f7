import { Mark, type Node } from 'prosemirror-model'
import { startTag } from '../html/bag.ts'
import { tagOfMarkUse, tagOfNode } from '../html/open-tag.ts'
import { documentSchema } from '../schema.ts'
import { escapeText } from './escape-text.ts'
import { type InlineRun, inlineRuns } from './inline-runs.ts'
import type { InlineStyle } from './inline-style.ts'
import type { MarkdownBag } from './markdown-ref.ts'
import { attributeTail, type Delimiters, linkDelimiters, tagDelimiters } from './print-link.ts'
import { printPicture } from './print-picture.ts'

const { marks: markTypes, nodes } = documentSchema

class InlinePrinter {
  private out = ''
  private readonly open: { mark: Mark; close: string; raw: boolean }[] = []
  private readonly runs: readonly InlineRun[]
  private readonly style: InlineStyle

  constructor(block: Node, style: InlineStyle) {
    this.runs = inlineRuns(block)
    this.style = style
  }

  print(): string {
    this.runs.forEach((run, i) => {
      this.closeFor(run.marks)
      this.run(run, i)
    })
    this.closeFor([])
    return this.out.replace(/^[ \t]+|[ \t]+$/g, '')
  }

  private closeFor(marks: readonly Mark[]) {
    let depth = 0
    while (depth < this.open.length && this.open[depth]?.mark.isInSet(marks)) depth++
    while (this.open.length > depth) this.out += this.open.pop()?.close ?? ''
  }

  /** For how many runs a mark goes on: what lives longest stands outside. */
  private life(mark: Mark, from: number): number {
    let i = from
    while (i < this.runs.length && mark.isInSet(this.runs[i]?.marks ?? [])) i++
    return i
  }

  private run(run: InlineRun, i: number) {
    const fresh = run.marks
      .filter((mark) => !this.open.some((o) => o.mark.eq(mark)))
      .map((mark) => ({
        mark,
        end: this.life(mark, i),
        last: mark.type === markTypes.code ? 1 : 0,
      }))
      .sort((a, b) => a.last - b.last || b.end - a.end)
    for (const { mark, end } of fresh) {
      const { open, close } = this.delimiters(mark, this.runs.slice(i, end))
      this.out += open
      this.open.push({ mark, close, raw: open.startsWith('`') })
    }
    // A line break takes back the spaces before it, so it is made first.
    const piece = run.text === null ? this.leaf(run.node, i) : this.text(run.text)
    this.out += piece
  }

  private text(text: string): string {
    const inner = this.open.at(-1)?.mark
    if (this.open.at(-1)?.raw) return text
    if (
      inner?.type === markTypes.link &&
      inner.attrs.bag?.form === 'auto' &&
      this.out.endsWith('<')
    )
      return text
    const lineStart = this.out === '' || this.out.endsWith(this.style.newline ?? '\n')
    return escapeText(text, { lineStart, cell: this.style.cell, all: this.style.escapeAll })
  }

  private delimiters(mark: Mark, runs: readonly InlineRun[]): Delimiters {
    const bag = mark.attrs.bag as MarkdownBag | null
    if (mark.type === markTypes.link) return linkDelimiters(mark, runs, this.style)
    if ((bag && bag.form !== 'list') || (this.style.tags && mark.type !== markTypes.code))
      return tagDelimiters(tagOfMarkUse(mark))
    const tail = bag ? attributeTail(bag) : ''
    if (tail === undefined) return tagDelimiters(tagOfMarkUse(mark))
    const sign = this.sign(mark, runs)
    return sign ? { open: sign.open, close: sign.close + tail } : tagDelimiters(tagOfMarkUse(mark))
  }

  private sign(mark: Mark, runs: readonly InlineRun[]): Delimiters | null {
    const same = (sign: string) => ({ open: sign, close: sign })
    switch (mark.type) {
      case markTypes.bold:
        return same(this.style.file.strong)
      case markTypes.italic:
        return same(this.style.file.emphasis)
      case markTypes.strike:
        return same('~~')
      case markTypes.code:
        return codeDelimiters(runs)
      default:
        return null
    }
  }

  private leaf(node: Node, at: number): string {
    switch (node.type) {
      case nodes.hardBreak:
        return this.lineBreak(node, at)
      case nodes.imageInline:
        return printPicture(node, this.style)
      case nodes.footnoteReference:
        return `[^${node.attrs.label}]`
      default: {
        const source = String(node.attrs.source ?? '')
        return this.style.newline === null ? source.replace(/\s*\n\s*/g, ' ') : source
      }
    }
  }

  private lineBreak(node: Node, at: number): string {
    if (node.attrs.bag) return startTag(tagOfNode(node))
    const { newline, file, tags } = this.style
    this.out = this.out.replace(/[ \t]+$/, '')
    const next = this.runs[at + 1]
    const isEdge = this.out === '' || !next || next.node.type === nodes.hardBreak
    if (newline === null || isEdge || tags || file.hardBreak === '<br>' || this.out.endsWith('\n'))
      return '<br>'
    return file.hardBreak + newline
  }
}

/** Backticks around code; null for code in which other marks begin or end, which only tags can say. */
function codeDelimiters(runs: readonly InlineRun[]): Delimiters | null {
  const text = runs.map((run) => run.text ?? String(run.node.attrs.source ?? '')).join('')
  const isEven = runs.every((run) => Mark.sameSet(run.marks, runs[0]?.marks ?? []))
  if (text === '' || /\n/.test(text) || !isEven) return null
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest === 0 ? 1 : longest + 1)
  const isPadded = /^`|`$/.test(text) || (/^ .* $/.test(text) && text.trim() !== '')
  const pad = isPadded ? ' ' : ''
  return { open: fence + pad, close: pad + fence }
}

/** Writes the inline content of a text block as Markdown. */
export function printInline(block: Node, style: InlineStyle): string {
  return new InlinePrinter(block, style).print()
}
