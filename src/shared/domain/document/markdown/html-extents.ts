import { voidTags } from '../html/tree.ts'

/** An HTML element or comment in a text. `end` is -1 where it is never closed. */
export interface Extent {
  readonly tag: string
  /** Behind the start tag. */
  readonly openEnd: number
  readonly end: number
}

const start = /<!--|<\/?[a-zA-Z][a-zA-Z0-9-]*(?=[\s>/])|`+/g
const restOfTag = /(?:"[^"]*"|'[^']*'|[^>"'])*>/y
const longestTag = 20_000

/** Elements whose inside is no HTML. */
const rawTags = new Set(['script', 'style', 'textarea', 'title'])

type Ranges = readonly (readonly [number, number])[]

class ExtentScan {
  readonly extents = new Map<number, Extent>()
  readonly strayEnds = new Set<number>()
  private readonly text: string
  private readonly open = new Map<string, number[]>()
  /** Closers known to be absent from here on, so that hostile text is not searched again and again. */
  private readonly absent = new Set<string>()

  constructor(text: string) {
    this.text = text
  }

  scan(fences: Ranges): this {
    let fence = 0
    start.lastIndex = 0
    for (let match = start.exec(this.text); match; match = start.exec(this.text)) {
      const [written] = match
      while ((fences[fence]?.[1] ?? Number.POSITIVE_INFINITY) <= match.index) fence++
      const [from, to] = fences[fence] ?? [Number.POSITIVE_INFINITY, 0]
      const next =
        from <= match.index
          ? to
          : written.startsWith('<')
            ? this.markup(match.index, written)
            : this.span(match.index, written)
      start.lastIndex = Math.max(next, match.index + written.length)
    }
    return this
  }

  private find(what: string, from: number): number {
    if (this.absent.has(what)) return -1
    const at = this.text.indexOf(what, from)
    if (at < 0) this.absent.add(what)
    return at
  }

  /** Behind a code span, which ends with its paragraph. */
  private span(at: number, run: string): number {
    if (/(?:^|[^\\])(?:\\\\)*\\$/.test(this.text.slice(Math.max(0, at - 20), at)))
      return at + run.length
    const blank = /\n[ \t>]*\r?\n/.exec(this.text.slice(at, at + longestTag))
    const stop = blank ? at + blank.index : Math.min(this.text.length, at + longestTag)
    for (let from = at + run.length; from < stop; ) {
      const close = this.text.indexOf(run, from)
      if (close < 0 || close >= stop) break
      let end = close + run.length
      while (this.text[end] === '`') end++
      if (end - close === run.length) return this.endsElement(at, close) ? at + run.length : end
      from = end
    }
    return at + run.length
  }

  /** Inside of an element there is no code span over its end: backticks are plain signs there. */
  private endsElement(from: number, to: number): boolean {
    for (const [, tag = ''] of this.text.slice(from, to).matchAll(/<\/([a-zA-Z][a-zA-Z0-9-]*)/g))
      if ((this.open.get(tag.toLowerCase())?.length ?? 0) > 0) return true
    return false
  }

  private markup(at: number, written: string): number {
    if (written === '<!--') {
      const close = this.find('-->', at + 4)
      const end = close < 0 ? -1 : close + 3
      this.extents.set(at, { tag: '!--', openEnd: end, end })
      return end
    }
    restOfTag.lastIndex = written.length
    const head = this.text.slice(at, at + longestTag)
    const rest = restOfTag.exec(head)
    if (!rest) return -1
    const openEnd = at + written.length + rest[0].length
    const isEnd = written[1] === '/'
    const tag = written.slice(isEnd ? 2 : 1).toLowerCase()
    if (isEnd) this.close(tag, at, openEnd)
    else return this.start(tag, at, openEnd)
    return openEnd
  }

  private start(tag: string, at: number, openEnd: number): number {
    if (voidTags.has(tag) || this.text[openEnd - 2] === '/') {
      this.extents.set(at, { tag, openEnd, end: openEnd })
      return openEnd
    }
    this.extents.set(at, { tag, openEnd, end: -1 })
    if (rawTags.has(tag)) {
      const close = this.find(`</${tag}`, openEnd)
      const stop = close < 0 ? -1 : this.text.indexOf('>', close)
      if (stop > 0) this.extents.set(at, { tag, openEnd, end: stop + 1 })
      return stop < 0 ? openEnd : stop + 1
    }
    const open = this.open.get(tag)
    if (open) open.push(at)
    else this.open.set(tag, [at])
    return openEnd
  }

  private close(tag: string, at: number, end: number) {
    const from = this.open.get(tag)?.pop()
    if (from === undefined) this.strayEnds.add(at)
    else this.extents.set(from, { ...(this.extents.get(from) as Extent), end })
  }
}

/** Every element and comment of a text by where it starts, code left out, and the end tags that close nothing. */
export function htmlExtents(
  text: string,
  fences: Ranges,
): {
  readonly extents: ReadonlyMap<number, Extent>
  readonly strayEnds: ReadonlySet<number>
} {
  return new ExtentScan(text).scan(fences)
}
