import { parseFragment } from 'parse5'
import type { Node } from 'prosemirror-model'
import { maskTemplates } from '../mask.ts'
import type { OpenedBody, Ref } from '../ref.ts'
import { documentSchema } from '../schema.ts'
import { readInline } from './read-inline.ts'
import {
  readAccordion,
  readCards,
  readCode,
  readDetails,
  readList,
  readMedia,
  readTable,
} from './read-structures.ts'
import {
  add,
  checkNesting,
  type Kids,
  make,
  NotHeld,
  noKids,
  placeOf,
  type Reader,
  rangeOf,
} from './reader.ts'
import {
  attributeOf,
  blockTags,
  boxTags,
  type Element,
  hasClass,
  isBlankText,
  isElement,
  isText,
  markOfTag,
  type TreeNode,
} from './tree.ts'

const lockedLabels: Readonly<Record<string, string>> = {
  script: 'Script',
  style: 'Style sheet',
  video: 'Video',
  audio: 'Sound',
  object: 'Embedded file',
  form: 'Form',
  svg: 'Drawing',
}

const alone = (element: Element) => element.childNodes.filter((n) => !isBlankText(n))

function onlyChild(element: Element, tag: string): Element | null {
  const inside = alone(element)
  const [only] = inside
  return inside.length === 1 && only && isElement(only) && only.tagName === tag ? only : null
}

function readBox(reader: Reader, element: Element): Node {
  const picture = hasClass(element, 'isomer-image-wrapper') ? onlyChild(element, 'img') : null
  if (picture) return readMedia(reader, picture, element)
  const frame = onlyChild(element, 'iframe')
  if (frame && hasClass(element, 'iframe-wrapper')) return readMedia(reader, frame, element)
  if (attributeOf(element, 'data-type') === 'detailGroup' || isAccordion(element))
    return readAccordion(reader, element)
  if (hasClass(element, 'isomer-card-grid')) return readCards(reader, element)
  const place = placeOf(element)
  const kids = reader.blocks(element.childNodes, place)
  return make(reader, {
    type: 'htmlBox',
    attrs: { tag: element.tagName },
    element,
    content: kids.kids,
    ref: { ...place, ...kids },
  })
}

const isAccordion = (element: Element) =>
  hasClass(element, 'isomer-accordion') &&
  alone(element).every((n) => isElement(n) && n.tagName === 'details')

function readText(reader: Reader, element: Element): Node {
  const content = reader.inline(element.childNodes)
  const ref: Ref = { ...placeOf(element), kids: [], ranges: [], text: true }
  if (element.tagName === 'p') return make(reader, { type: 'paragraph', element, content, ref })
  return make(reader, {
    type: 'heading',
    attrs: { level: Number(element.tagName[1]) },
    element,
    content,
    ref,
  })
}

function readQuote(reader: Reader, element: Element): Node {
  const place = placeOf(element)
  const kids = reader.blocks(element.childNodes, place)
  if (kids.kids.length === 0) throw new NotHeld('Empty quote')
  return make(reader, {
    type: 'blockquote',
    element,
    content: kids.kids,
    ref: { ...place, ...kids },
  })
}

type BlockReader = (reader: Reader, element: Element) => Node
const blockReaders: Readonly<Record<string, BlockReader>> = {
  p: readText,
  h1: readText,
  h2: readText,
  h3: readText,
  h4: readText,
  h5: readText,
  h6: readText,
  ul: readList,
  ol: readList,
  table: readTable,
  details: readDetails,
  blockquote: readQuote,
  pre: readCode,
  iframe: (reader, element) => readMedia(reader, element, null),
  hr: (reader, element) =>
    make(reader, {
      type: 'horizontalRule',
      element,
      ref: { ...placeOf(element), kids: [], ranges: [] },
    }),
  a: (reader, element) => {
    const picture = onlyChild(element, 'img')
    if (!picture) throw new NotHeld('Link around other blocks')
    return readMedia(reader, picture, element)
  },
}

function readBlock(reader: Reader, element: Element): Node {
  const place = placeOf(element)
  checkNesting(element.childNodes, place.os, place.ce)
  const read = blockReaders[element.tagName] ?? (boxTags.has(element.tagName) ? readBox : null)
  if (!read) throw new NotHeld(lockedLabels[element.tagName] ?? `Code <${element.tagName}>`)
  return read(reader, element)
}

const isBlock = (node: TreeNode) =>
  isElement(node) &&
  (blockTags.has(node.tagName) ||
    (node.tagName === 'a' && hasClass(node, 'isomer-image-wrapper')) ||
    (!markOfTag[node.tagName] && node.tagName !== 'br' && node.tagName !== 'img'))

/** Reads a sequence of blocks; inline content between them becomes paragraphs without tags. */
class BlockRun {
  private readonly out = noKids()
  private loose: TreeNode[] = []
  private at: number
  private readonly reader: Reader
  private readonly top: boolean
  private readonly end: number

  constructor(reader: Reader, from: number, to: number, top: boolean) {
    this.reader = reader
    this.at = from
    this.end = to
    this.top = top
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
      if (isBlock(node)) {
        this.flush()
        this.block(node as Element, [place.startOffset, place.endOffset])
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
      this.lock(s, e, error.label)
    }
  }

  private block(element: Element, [s, e]: readonly [number, number]) {
    this.attempt(s, e, () => this.reader.block(element))
  }

  /** Everything from the last good place to the end of the overlap is one locked block. */
  private malformed(nodes: readonly TreeNode[], index: number): number {
    if (!this.top) throw new NotHeld('Badly nested code')
    this.flush()
    const place = nodes[index]?.sourceCodeLocation
    let s = Math.min(this.at, place?.startOffset ?? this.at)
    let e = Math.max(this.at, place?.endOffset ?? this.at)
    const { kids, ranges } = this.out
    while ((ranges.at(-1)?.[1] ?? 0) > s) {
      const [from, to] = ranges.pop() as [number, number]
      kids.pop()
      s = Math.min(s, from)
      e = Math.max(e, to)
    }
    let next = index + 1
    for (; next < nodes.length; next++) {
      const place = nodes[next]?.sourceCodeLocation
      if (place && place.startOffset >= e) break
      if (place) e = Math.max(e, place.endOffset)
    }
    if (e > s) this.lock(s, e, 'Badly nested code')
    this.at = e
    return next - 1
  }

  private flush() {
    const run = this.loose
    this.loose = []
    while (run[0] && isBlankText(run[0])) run.shift()
    while (run.at(-1) && isBlankText(run.at(-1) as TreeNode)) run.pop()
    const [first, last] = [run[0], run.at(-1)]
    if (!first || !last) return
    let [s] = rangeOf(first)
    let [, e] = rangeOf(last)
    const { src } = this.reader
    if (isText(first)) s += /^[ \t\r\n\f]*/.exec(src.slice(s, e))?.[0].length ?? 0
    while (isText(last) && e > s && /[ \t\r\n\f]/.test(src[e - 1] as string)) e--
    if (run.every((n) => n.nodeName === '#comment' || isBlankText(n)))
      return this.lock(s, e, 'Comment')
    if (/^(?:\s*(?:\{%[^%]*%\}|\{\{[^}]*\}\})\s*)+$/.test(src.slice(s, e)))
      return this.lock(s, e, 'Template code')
    this.attempt(s, e, () => {
      checkNesting(run, s, Math.max(e, rangeOf(last)[1]))
      const ref = { s, e, os: s, ce: e, kids: [], ranges: [], text: true, implicit: true }
      return make(this.reader, { type: 'paragraph', content: this.reader.inline(run), ref })
    })
  }
}

/**
 * Opens an HTML body: its document with the place of every node in the source. Nothing is refused: what the document
 * model cannot hold is a locked block of the smallest size, kept to the byte.
 */
export function openHtmlBody(src: string): OpenedBody {
  const masked = maskTemplates(src)
  const refs = new Map<Node, Ref>()
  const reader: Reader = {
    src,
    masked,
    refs,
    blocks: (nodes, place) => new BlockRun(reader, place.os, place.ce, false).read(nodes),
    block: (element) => readBlock(reader, element),
    inline: (nodes) => readInline(reader, nodes),
  }
  const tree = parseFragment(masked.text, { sourceCodeLocationInfo: true })
  const kids = new BlockRun(reader, 0, src.length, true).read(tree.childNodes)
  const content = kids.kids.length > 0 ? kids.kids : [documentSchema.nodes.paragraph.create()]
  const doc = documentSchema.nodes.doc.create(null, content)
  const root: Ref = { s: 0, e: src.length, os: 0, ce: src.length, ...kids }
  refs.set(doc, root)
  return { src, doc, refs, root, eol: eolOf(src) }
}

/** The line end of new text: that of the majority of lines. */
export function eolOf(text: string): '\n' | '\r\n' {
  const crlf = text.split('\r\n').length - 1
  const lf = text.split('\n').length - 1 - crlf
  return crlf > lf ? '\r\n' : '\n'
}
