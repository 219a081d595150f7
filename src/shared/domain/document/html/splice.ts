import { diffSequences } from '../sequence-diff.ts'
import { type Token, tokenize } from './tokens.ts'

/** A token on its way into the file. `gone` ones are written no more but say where a line once broke. */
interface Placed {
  readonly raw: string
  readonly isNew: boolean
  readonly gone: boolean
  readonly space: boolean
}

export interface SpliceStyle {
  readonly eol: string
  /** Wrap a line that new text made longer than this; 0 for never. */
  readonly width: number
  /** Cuts text of another language than HTML into its words and signs. */
  readonly tokenize?: (text: string) => Token[]
}

const kept = (token: Token): Placed => ({
  raw: token.raw,
  isNew: false,
  gone: false,
  space: token.key === ' ',
})
const gone = (token: Token): Placed => ({
  raw: token.raw,
  isNew: false,
  gone: true,
  space: token.key === ' ',
})
const added = (token: Token, eol: string): Placed => ({
  raw: token.key === '<br' && token.raw.includes('<') ? eol + token.raw.trim() : token.raw,
  isNew: true,
  gone: false,
  space: token.key === ' ',
})

interface Edges {
  readonly lead: string
  readonly middle: string
  readonly tail: string
}

/** White space at the edges of an element's inside is the file's layout, not content. */
function edgesOf(inner: string): Edges {
  const lead = /^[ \t\r\n\f]*/.exec(inner)?.[0] ?? ''
  let end = inner.length
  while (end > lead.length && /[ \t\r\n\f]/.test(inner[end - 1] as string)) end--
  return { lead, middle: inner.slice(lead.length, end), tail: inner.slice(end) }
}

/** A new `<br>` stands on its own line in HTML. */
const breakEnd = (style: SpliceStyle) => (style.tokenize ? '' : style.eol)

const keys = (tokens: readonly Token[]) => tokens.map((t) => t.key)

/** For each token of `fresh` the source token that stands for it, and the source-only tokens before it. */
function anchor(source: readonly Token[], fresh: readonly Token[]) {
  const own: (Token | null)[] = new Array(fresh.length).fill(null)
  const before: Token[][] = Array.from({ length: fresh.length + 1 }, () => [])
  let s = 0
  let f = 0
  for (const { kind, length } of diffSequences(keys(source), keys(fresh))) {
    for (let k = 0; k < length; k++) {
      if (kind === 'removed') before[f]?.push(source[s++] as Token)
      else if (kind === 'added') f++
      else own[f++] = source[s++] as Token
    }
  }
  return { own, before }
}

/** Applies the edit `was → now` (both freshly printed) to the source; what the source writes differently stays. */
function placeThreeWay(
  source: readonly Token[],
  was: readonly Token[],
  now: readonly Token[],
  eol: string,
): Placed[] {
  const { own, before } = anchor(source, was)
  const out: Placed[] = []
  let a = 0
  let b = 0
  const keep = (tokens: readonly Token[]) => {
    for (const token of tokens) out.push(kept(token))
  }
  for (const { kind, length } of diffSequences(keys(was), keys(now))) {
    for (let k = 0; k < length; k++) {
      if (kind === 'added') {
        out.push(added(now[b++] as Token, eol))
        continue
      }
      keep(before[a] ?? [])
      const token = own[a++]
      if (kind === 'same') b++
      if (token) out.push(kind === 'removed' ? gone(token) : kept(token))
    }
  }
  keep(before[was.length] ?? [])
  return out
}

function placeTwoWay(source: readonly Token[], now: readonly Token[], eol: string): Placed[] {
  const out: Placed[] = []
  let s = 0
  let b = 0
  for (const { kind, length } of diffSequences(keys(source), keys(now))) {
    for (let k = 0; k < length; k++) {
      if (kind === 'added') out.push(added(now[b++] as Token, eol))
      else {
        const token = source[s++] as Token
        if (kind === 'same') b++
        out.push(kind === 'removed' ? gone(token) : kept(token))
      }
    }
  }
  return out
}

/** A replaced space keeps the line break it replaced, so that the lines around an edit stay. */
function inheritBreaks(placed: readonly Placed[]): Placed[] {
  const out = [...placed]
  placed.forEach((token, i) => {
    if (!token.gone || !token.space || !token.raw.includes('\n')) return
    for (let d = 1; d < 8; d++)
      for (const at of [i + d, i - d]) {
        const near = out[at]
        if (near?.isNew && near.space && !near.raw.includes('\n')) {
          out[at] = { ...near, raw: token.raw }
          return
        }
      }
  })
  return out
}

/** A line may grow this much before it is wrapped: a longer word is no reason to move the words behind it. */
const slack = 20

/** A line is wrapped only where new text made it longer than the file's lines are. */
function layOut(placed: readonly Placed[], style: SpliceStyle): string {
  let out = ''
  let line: Placed[] = []
  const flush = () => {
    const text = line.map((t) => (t.gone ? '' : t.raw)).join('')
    const before = line.reduce((n, t) => n + (t.isNew ? 0 : t.raw.length), 0)
    const grew = style.width > 0 && text.length > style.width + slack && before <= style.width
    out += grew && line.some((t) => t.isNew) ? wrapLine(line, style) : text
    line = []
  }
  for (const token of placed) {
    if (!token.gone && token.raw.includes('\n')) flush()
    line.push(token)
  }
  flush()
  return out
}

function wrapLine(line: readonly Placed[], style: SpliceStyle): string {
  let out = ''
  let column = 0
  for (const token of line) {
    if (token.gone) continue
    const breaks = token.space && column >= style.width - 10 && !token.raw.includes('\n')
    out += breaks ? style.eol : token.raw
    column = breaks ? 0 : column + token.raw.length
  }
  return out
}

/**
 * Writes an edited text block's inside into its source. `was` and `now` are the block before and after the edit,
 * freshly printed. Entities, odd spaces, mark order and line breaks outside the edit stay as written.
 */
export function spliceThreeWay(
  inner: string,
  was: string,
  now: string,
  style: SpliceStyle,
): string {
  const { lead, middle, tail } = edgesOf(inner)
  const cut = style.tokenize ?? tokenize
  const placed = placeThreeWay(cut(middle), cut(was), cut(now), breakEnd(style))
  return lead + layOut(inheritBreaks(placed), style) + tail
}

/** A coarser splice for where the three-way one does not read back right: keeps the source's equal tokens. */
export function spliceTwoWay(inner: string, now: string, style: SpliceStyle): string {
  const { lead, middle, tail } = edgesOf(inner)
  const cut = style.tokenize ?? tokenize
  const placed = placeTwoWay(cut(middle), cut(now), breakEnd(style))
  return lead + layOut(inheritBreaks(placed), style) + tail
}
