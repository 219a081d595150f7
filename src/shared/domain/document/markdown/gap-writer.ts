import type { Node } from 'prosemirror-model'
import type { FlowGaps } from './flow-gaps.ts'
import type { MarkdownRef } from './markdown-ref.ts'

/** Chooses what stands before each block of a container, in the order in which they are written. */
export class GapWriter {
  private readonly gaps: FlowGaps
  private readonly ref: MarkdownRef
  /** The last old block written, and whether it was the last of all. */
  private previous = -1
  private wroteAny = false
  private wroteOld = false
  private changed = false

  constructor(gaps: FlowGaps, ref: MarkdownRef) {
    this.gaps = gaps
    this.ref = ref
  }

  beforeNew(child: Node): string {
    const gap = this.wroteAny ? this.betweenNew(child) : this.gaps.opening()
    this.wroteAny = true
    this.wroteOld = false
    return gap
  }

  /** A list stands close to the words of its item where the list around it does. */
  private betweenNew(child: Node): string {
    const isTight = this.ref.tight === true && /List$/.test(child.type.name)
    return isTight ? this.gaps.line : this.gaps.blank
  }

  /** `changes`: it is not of the kind it was, so that it needs an empty line around it. */
  beforeOld(k: number, changes: boolean): string {
    const gap = this.gapTo(k, changes)
    this.previous = k
    this.changed = changes
    this.wroteAny = true
    this.wroteOld = true
    return gap
  }

  private gapTo(k: number, changes: boolean): string {
    if (!this.wroteAny) return this.gaps.first(k)
    if (!this.wroteOld || this.previous !== k - 1)
      return this.gaps.between(Math.max(this.previous + 1, 1), k)
    return changes || this.changed ? this.gaps.safe(k) : this.gaps.at(k)
  }

  tail(): string {
    return this.gaps.last(this.previous < 0 && this.wroteAny ? 1 : this.previous + 1)
  }
}
