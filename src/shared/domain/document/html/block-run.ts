import type { Node } from 'prosemirror-model'
import type { Ref } from '../ref.ts'
import { documentSchema } from '../schema.ts'
import { labelOf } from './labels.ts'
import { readMedia } from './read-media.ts'
import {
  add,
  type Inside,
  type Kids,
  make,
  NotHeld,
  noKids,
  type Reader,
  rangeOf,
} from './reader.ts'
import {
  type Element,
  embeddedTags,
  isBlankText,
  isBlockElement,
  isComment,
  isElement,
  isText,
  onlyChild,
  type TreeNode,
} from './tree.ts'

const leadingSpace = /^[ \t\r\n\f]*/
/** Nothing but masked template code and white space. */
const onlyCode = /^(?:[ \t\r\n\f]*\uE000[\uE100-\uE2FF]{2}\uE001*)+[ \t\r\n\f]*$/
const code = /\uE000[\uE100-\uE2FF]{2}\uE001*/g

const maskedSlice = (reader: Reader, node: TreeNode) => reader.masked.text.slice(...rangeOf(node))

/** A piece of a loose run that makes a block of its own when no words stand beside it. */
const isLone = (reader: Reader, node: TreeNode): boolean => {
  if (isComment(node) || isBlankText(node)) return true
  if (isText(node)) return onlyCode.test(maskedSlice(reader, node))
  if (!isElement(node)) return false
  if (node.tagName === 'a') return onlyChild(node, 'img') !== null
  return node.tagName === 'img' || embeddedTags.has(node.tagName)
}

/** Reads a sequence of blocks; inline content between them becomes paragraphs without tags. */
export class BlockRun {
  private readonly out = noKids()
  private loose: TreeNode[] = []
  private at: number
  private readonly reader: Reader
  private readonly from: number
  private readonly end: number

  constructor(reader: Reader, { os, ce }: Inside) {
    this.reader = reader
    this.from = os
    this.at = os
    this.end = ce
  }

  read(nodes: readonly TreeNode[]): Kids {
    for (let i = 0; i < nodes.length; i++) {
      const node = nodes[i] as TreeNode
      const place = node.sourceCodeLocation
      if (!place || place.startOffset < this.at || place.endOffset > this.end) {
        i = this.malformed(nodes, i)
        continue
      }
      this.at = place.endOffset
      if (isBlockElement(node)) {
        this.flush()
        this.attempt(place.startOffset, place.endOffset, () => this.reader.block(node))
      } else this.loose.push(node)
    }
    this.flush()
    return this.out
  }

  private lock(s: number, e: number, label: string) {
    const node = documentSchema.nodes.opaque.create({ source: this.reader.src.slice(s, e), label })
    this.reader.refs.set(node, { s, e, os: s, ce: e, kids: [], ranges: [] })
    add(this.out, node, [s, e])
  }

  private attempt(s: number, e: number, read: () => Node) {
    try {
      add(this.out, read(), [s, e])
    } catch (error) {
      if (!(error instanceof NotHeld)) throw error
      const since = error.since ?? s
      if (since < this.from) throw error
      this.lock(this.takeBack(since), e, error.label)
    }
  }

  /** Drops the blocks that reach behind an offset; answers where the first of them starts, or the offset. */
  private takeBack(offset: number): number {
    const { kids, ranges } = this.out
    let s = offset
    while ((ranges.at(-1)?.[1] ?? -1) > s) {
      const [from] = ranges.pop() as [number, number]
      kids.pop()
      s = Math.min(s, from)
    }
    return s
  }

  /** Everything from the last good place to the end of the overlap is one locked block. */
  private malformed(nodes: readonly TreeNode[], index: number): number {
    this.flush()
    const place = nodes[index]?.sourceCodeLocation
    let s = Math.min(this.at, place?.startOffset ?? this.at)
    let e = Math.max(this.at, place?.endOffset ?? this.at)
    const { kids, ranges } = this.out
    const back = () => {
      while ((ranges.at(-1)?.[1] ?? -1) > s) {
        const [from, to] = ranges.pop() as [number, number]
        kids.pop()
        s = Math.min(s, from)
        e = Math.max(e, to)
      }
    }
    back()
    let next = index + 1
    for (; next < nodes.length; next++) {
      const place = nodes[next]?.sourceCodeLocation
      if (place && place.startOffset >= e) break
      if (place) {
        e = Math.max(e, place.endOffset)
        s = Math.min(s, place.startOffset)
      }
    }
    back()
    if (s < this.from || e > this.end) throw new NotHeld('Badly nested code', s)
    if (e > s) this.lock(s, e, 'Badly nested code')
    this.at = e
    return next - 1
  }

  private flush() {
    const run = this.loose
    this.loose = []
    if (run.every((n) => isLone(this.reader, n))) {
      for (const n of run) this.lone(n)
      return
    }
    const isFringe = (n: TreeNode | undefined) =>
      n !== undefined && (isBlankText(n) || isComment(n))
    let from = 0
    let to = run.length
    while (isFringe(run[from])) from++
    while (to > from && isFringe(run[to - 1])) to--
    for (const n of run.slice(0, from)) this.lone(n)
    this.paragraph(run.slice(from, to))
    for (const n of run.slice(to)) this.lone(n)
  }

  /** A comment, template code, picture or other thing without words around it. */
  private lone(node: TreeNode) {
    const [s, e] = rangeOf(node)
    if (isText(node)) {
      for (const match of maskedSlice(this.reader, node).matchAll(code))
        this.lock(s + match.index, s + match.index + match[0].length, 'Template code')
    } else if (isElement(node)) this.attempt(s, e, () => this.loneElement(node))
    else this.lock(s, e, 'Comment')
  }

  private loneElement(element: Element): Node {
    if (element.tagName === 'img') return readMedia(this.reader, element, null)
    const picture = element.tagName === 'a' ? onlyChild(element, 'img') : null
    if (picture) return readMedia(this.reader, picture, element)
    throw new NotHeld(labelOf(element.tagName))
  }

  private paragraph(run: readonly TreeNode[]) {
    const [first, last] = [run[0], run.at(-1)]
    if (!first || !last) return
    let [s] = rangeOf(first)
    let [, e] = rangeOf(last)
    const inside = { os: s, ce: e }
    const { src } = this.reader
    if (isText(first)) s += leadingSpace.exec(src.slice(s, e))?.[0].length ?? 0
    while (isText(last) && e > s && /[ \t\r\n\f]/.test(src[e - 1] as string)) e--
    this.attempt(s, e, () => {
      const content = this.reader.inline(run, inside)
      const ref: Ref = { s, e, os: s, ce: e, kids: [], ranges: [], text: true, implicit: true }
      return make(this.reader, { type: 'paragraph', content, ref })
    })
  }
}
