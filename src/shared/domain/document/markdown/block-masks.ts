import { blockTags } from '../html/tree.ts'
import { containerStart, contentIndent, fencedRanges } from './fences.ts'
import { type Extent, htmlExtents } from './html-extents.ts'
import { spansOfLine } from './html-line.ts'
import { isHtmlToItsEnd } from './unclosed-html.ts'

/**
 * A block of a kind that CommonMark does not know, or reads otherwise than most site generators do.
 * `html`: from a start tag to its end tag, over blank lines. `boundary`: a start or end tag whose other half is
 * missing. `open` and `close`: the tags of an element whose inside is Markdown by its `markdown` attribute.
 * `attributes`: a line that is only `{: … }`.
 */
type MaskKind =
  | 'html'
  | 'open'
  | 'close'
  | 'boundary'
  | 'attributes'
  | 'extension'
  | 'math'
  | 'abbreviation'
  | 'directive'

export interface BlockMask {
  readonly s: number
  readonly e: number
  readonly kind: MaskKind
}

/** A text in which such blocks are headings of private-use characters, same length, so that offsets hold. */
export interface MaskedBlocks {
  readonly text: string
  readonly masks: ReadonlyMap<number, BlockMask>
}

/** Stands for the characters of a masked block. */
export const blockFill = '\uE010'

const attributeLine = /^\{:(?!:)(?:[^}\n]|\}(?=\s*\}))*\}[ \t]*$/
const extensionStart = /^\{::(?:comment|nomarkdown|options)\b/
const abbreviation = /^\*\[[^\]]+\]:/
const htmlStart = /^<(?:!--|[a-zA-Z][a-zA-Z0-9-]*(?=[\s>/]))/
const htmlEnd = /^<\/[a-zA-Z][a-zA-Z0-9-]*\s*>/
const optionalEnds = new Set(['p', 'li', 'dd', 'dt'])

const blockLike = (tag: string) =>
  blockTags.has(tag) || /^(!--|video|audio|object|svg|canvas|embed|math|picture)$/.test(tag)

class MaskScan {
  readonly masks: BlockMask[] = []
  private readonly text: string
  private readonly html: ReturnType<typeof htmlExtents>
  private readonly closes = new Set<number>()
  private readonly fences: readonly (readonly [number, number])[]
  private fence = 0
  private readonly lastExtensionEnd: number
  private listIndent = 0
  private afterBlank = true
  private hasTriedToEnd = false

  constructor(text: string) {
    this.text = text
    this.lastExtensionEnd = text.lastIndexOf('{:/')
    this.fences = fencedRanges(text)
    this.html = htmlExtents(text, this.fences)
  }

  scan(): this {
    for (let at = 0; at < this.text.length; ) {
      const newline = this.text.indexOf('\n', at)
      const stop = newline < 0 ? this.text.length : newline
      const found = this.line(at, this.text[stop - 1] === '\r' ? stop - 1 : stop)
      const after = found ? this.text.indexOf('\n', found.e) : newline
      if (found && found.e - found.s >= 3) this.masks.push(found)
      if (after < 0) break
      at = after + 1
    }
    return this
  }

  private line(at: number, stop: number): BlockMask | null {
    const line = this.text.slice(at, stop)
    const head = containerStart.exec(line)?.[0] ?? ''
    const rest = line.slice(head.length)
    if (this.inFence(at)) return null
    const isBlank = line.trim() === ''
    const hasMarker = /\S/.test(head)
    if (hasMarker) this.listIndent = contentIndent(head)
    else if (!isBlank && this.afterBlank && head.length < 2) this.listIndent = 0
    this.afterBlank = isBlank
    const indent = (/[ \t]*$/.exec(head)?.[0] ?? '').replace(/\t/g, '    ').length
    if (isBlank || indent > 3 + (hasMarker ? 1 : this.listIndent)) return null
    const s = at + head.length
    const found = this.special(rest, s, stop) ?? this.htmlBlock(rest, s, stop)
    // Behind a list inside of a footnote, the next line still stands in the footnote.
    if (found && !hasMarker && indent < this.listIndent) this.listIndent = indent < 4 ? 0 : indent
    return found
  }

  private inFence(at: number): boolean {
    while ((this.fences[this.fence]?.[1] ?? Number.POSITIVE_INFINITY) <= at) this.fence++
    const isInside = (this.fences[this.fence]?.[0] ?? Number.POSITIVE_INFINITY) <= at
    if (isInside) this.afterBlank = false
    return isInside
  }

  private special(rest: string, s: number, stop: number): BlockMask | null {
    const e = s + rest.trimEnd().length
    if (attributeLine.test(rest)) return { s, e, kind: 'attributes' }
    if (extensionStart.test(rest))
      return { s, e: this.extensionEnd(rest, s, stop), kind: 'extension' }
    if (abbreviation.test(rest)) return { s, e, kind: 'abbreviation' }
    if (/^:{3,}/.test(rest)) return { s, e, kind: 'directive' }
    if (!rest.startsWith('$$')) return null
    const close = this.text.indexOf('$$', s + 2)
    if (close < 0 || /\n[ \t]*\r?\n/.test(this.text.slice(s, close))) return null
    const lineEnd = this.text.indexOf('\n', close)
    const tail = this.text.slice(close + 2, lineEnd < 0 ? undefined : lineEnd)
    return tail.trim() === '' ? { s, e: close + 2, kind: 'math' } : null
  }

  private extensionEnd(rest: string, s: number, stop: number): number {
    if (/\/\}\s*$/.test(rest)) return s + rest.trimEnd().length
    // Searched once more only where there is one, so that a text full of starts opens quickly.
    const close = s > this.lastExtensionEnd ? -1 : this.text.indexOf('{:/', s)
    const end = close < 0 ? -1 : this.text.indexOf('}', close)
    return end < 0 ? stop : end + 1
  }

  private htmlBlock(rest: string, s: number, stop: number): BlockMask | null {
    const e = s + rest.trimEnd().length
    const end = htmlEnd.exec(rest)
    if (end) {
      if (this.closes.has(s)) return { s, e: s + end[0].length, kind: 'close' }
      const isStray =
        this.html.strayEnds.has(s) && blockLike(end[0].slice(2, -1).trim().toLowerCase())
      return isStray ? { s, e: s + end[0].length === e ? e : stop, kind: 'boundary' } : null
    }
    const extent = htmlStart.test(rest) ? this.html.extents.get(s) : undefined
    if (!extent || !blockLike(extent.tag)) return null
    if (extent.end < 0) return this.unclosed(extent.tag, extent.openEnd, s)
    if (this.holdsMarkdown(s, extent)) return { s, e: extent.openEnd, kind: 'open' }
    return { s, e: spansOfLine(this.text, extent.end, this.html.extents), kind: 'html' }
  }

  /** Whether an element says that its inside is Markdown, with its tags on lines of their own. */
  private holdsMarkdown(s: number, { openEnd, end }: Extent): boolean {
    if (!/\smarkdown=["']?(?:1|block)\b/i.test(this.text.slice(s, openEnd))) return false
    const close = this.text.lastIndexOf('</', end)
    const inside = this.text.slice(openEnd, close)
    const behind = this.text.slice(end, end + 200)
    const isApart = /^[ \t]*\r?\n/.test(inside) && /\n[ \t>]*$/.test(inside)
    if (!isApart || inside.trim() === '' || !/^[ \t]*(?:\r?\n|$)/.test(behind)) return false
    this.closes.add(close)
    return true
  }

  /** Asked once, of the outermost element: a text full of starts opens quickly. */
  private isHtmlToEnd(s: number): boolean {
    const isAtTop = s === 0 || /(?:^|\n) {0,3}$/.test(this.text.slice(Math.max(0, s - 5), s))
    if (this.hasTriedToEnd || this.listIndent > 0 || !isAtTop) return false
    this.hasTriedToEnd = true
    return isHtmlToItsEnd(this.text.slice(s).trimEnd())
  }

  /** An element without an end: a paragraph or item ends with its lines, of the rest only the tag is locked. */
  private unclosed(tag: string, openEnd: number, s: number): BlockMask {
    if (optionalEnds.has(tag)) {
      const blank = /\n[ \t]*(?:\r?\n|$)/.exec(this.text.slice(s))
      const e = s + (blank?.index ?? this.text.length - s)
      return { s, e: s + this.text.slice(s, e).trimEnd().length, kind: 'html' }
    }
    if (openEnd >= 0 && this.isHtmlToEnd(s))
      return { s, e: this.text.trimEnd().length, kind: 'html' }
    const from = openEnd < 0 ? s : openEnd
    const lineEnd = this.text.indexOf('\n', from)
    const tail = this.text.slice(from, lineEnd < 0 ? undefined : lineEnd)
    return { s, e: from + tail.trimEnd().length, kind: 'boundary' }
  }
}

/** Finds and masks the blocks of HTML and of kramdown in a text whose template code is masked already. */
export function maskBlocks(text: string): MaskedBlocks {
  if (text.includes(blockFill)) return { text, masks: new Map() }
  const masks = new Map<number, BlockMask>()
  let out = ''
  let at = 0
  for (const mask of new MaskScan(text).scan().masks) {
    if (mask.s < at) continue
    out += `${text.slice(at, mask.s)}# ${blockFill.repeat(mask.e - mask.s - 2)}`
    at = mask.e
    masks.set(mask.s, mask)
  }
  return { text: out + text.slice(at), masks }
}
