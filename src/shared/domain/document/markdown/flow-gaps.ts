import { gapOf } from '../html/gaps.ts'
import type { MarkdownRef } from './markdown-ref.ts'
import { blankPrefix } from './prefix.ts'

/** Nothing but white space and quote marks. */
const isLayout = (gap: string): boolean => !/[^\s>]/.test(gap)
const hasBlankLine = (gap: string) => /\n[ \t>]*\n/.test(gap.replace(/\r/g, ''))

/** The gaps between a container's blocks, as they are and as they must be when the blocks around them changed. */
export class FlowGaps {
  private readonly src: string
  private readonly ref: MarkdownRef
  private readonly eol: string

  constructor(src: string, ref: MarkdownRef, eol: string) {
    this.src = src
    this.ref = ref
    this.eol = eol
  }

  /** An empty line and the start of the next. */
  get blank(): string {
    const { inner } = this.ref
    return this.eol + blankPrefix(inner) + this.eol + inner
  }

  /** The start of the next line. */
  get line(): string {
    return this.eol + this.ref.inner
  }

  at(k: number): string {
    return gapOf(this.src, this.ref, k)
  }

  /** What stands in gaps beside layout, such as link definitions, one under the other; `''` for nothing. */
  private kept(from: number, to: number): string {
    const parts: string[] = []
    for (let k = from; k <= to; k++) {
      const gap = this.at(k)
      if (!isLayout(gap)) parts.push(gap.replace(/^[\s>]+|[\s>]+$/g, ''))
    }
    return parts.join(this.eol + this.ref.inner)
  }

  /** The gap between two blocks with others taken out or put in between; `from`…`to` are the old gaps there. */
  between(from: number, to: number): string {
    if (from > to) return this.blank
    const kept = this.kept(from, to)
    if (kept !== '') return this.blank + kept + this.blank
    for (let k = from; k <= to; k++) if (hasBlankLine(this.at(k))) return this.at(k)
    return this.blank
  }

  /** The gap between two blocks that were neighbours and of which at least one is of another kind now. */
  safe(k: number): string {
    const gap = this.at(k)
    return isLayout(gap) && hasBlankLine(gap) ? gap : this.between(k, k)
  }

  first(to: number): string {
    const kept = this.kept(0, to)
    if (kept === '') return this.at(0)
    return to === 0 ? this.ended(this.at(0)) : kept + this.blank
  }

  /** The first gap, where a new block is to stand behind it. */
  opening(): string {
    const gap = this.at(0)
    return isLayout(gap) ? gap : this.ended(gap)
  }

  private ended(gap: string): string {
    return /\n[ \t>]*\r?\n[ \t>]*$/.test(gap) ? gap : gap.replace(/[\s>]+$/, '') + this.blank
  }

  last(from: number): string {
    const end = this.ref.kids.length
    if (end === 0) return from > 0 && this.src.includes('\n') ? this.eol : ''
    const kept = this.kept(from, end)
    const layout = /[\s>]*$/.exec(this.at(end))?.[0] ?? ''
    if (kept === '') return layout
    return from === end ? this.at(end) : this.blank + kept + layout
  }
}
