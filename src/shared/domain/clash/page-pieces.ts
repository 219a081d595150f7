import { readFront } from '../document/front-matter/read-front.ts'
import { splitFront } from '../document/front-matter/split-front.ts'
import { eolOf, openHtmlBody } from '../document/html/open-html.ts'
import { openPage } from '../document/page.ts'

/** A stretch of a file that is kept or left as a whole: the pieces of a file, joined, are the file. */
export interface Piece {
  /** Source of the piece; the white space behind it belongs to it. */
  readonly text: string
  readonly kind: 'fence' | 'detail' | 'block' | 'line'
}

/** Lines with their ends, so that joining gives the text back. */
const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

/** Front matter: each key with its value, its fences apart. */
function frontPieces(front: string): Piece[] {
  const lines = linesOf(front)
  const out: { text: string; kind: Piece['kind'] }[] = []
  lines.forEach((text, i) => {
    const isFence = i === 0 || i === lines.length - 1
    const continues = /^[ \t#-]|^\r?\n?$/.test(text) && out.at(-1)?.kind === 'detail'
    const last = out.at(-1)
    if (!isFence && continues && last) last.text += text
    else out.push({ text, kind: isFence ? 'fence' : 'detail' })
  })
  return out
}

/** An HTML body by its top-level blocks; a gap belongs to the block before it, the first one to the first block. */
function htmlPieces(body: string): Piece[] {
  const { root } = openHtmlBody(body)
  const starts = root.ranges.map(([start]) => start)
  if (starts.length === 0) return body === '' ? [] : [{ text: body, kind: 'block' }]
  return starts.map((start, i) => ({
    text: body.slice(i === 0 ? 0 : start, starts[i + 1] ?? body.length),
    kind: 'block',
  }))
}

/** A Markdown body by what blank lines part, but for those inside a fence of code. */
function markdownPieces(body: string): Piece[] {
  const out: { text: string; kind: 'block' }[] = []
  let fence: string | null = null
  let open = false
  for (const line of linesOf(body)) {
    const isBlank = line.trim() === ''
    if (!open && (!isBlank || out.length === 0)) out.push({ text: '', kind: 'block' })
    const last = out.at(-1)
    if (last) last.text += line
    const mark: string | undefined = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (fence === null && mark) fence = mark
    else if (fence !== null && mark?.startsWith(fence)) fence = null
    open = !isBlank || fence !== null
  }
  return out
}

/**
 * Cuts a page into its details and blocks. `html` says how its body is cut, so that all versions of a
 * page are cut alike.
 */
export function piecesOfPage(text: string, html: boolean): readonly Piece[] {
  const { bom, front, body } = splitFront(text)
  const pieces = [...frontPieces(bom + front), ...(html ? htmlPieces(body) : markdownPieces(body))]
  return pieces.map((p) => p.text).join('') === text ? pieces : [{ text, kind: 'block' }]
}

/** Cuts any other text into its lines. */
export function piecesOfText(text: string): readonly Piece[] {
  return linesOf(text).map((line) => ({ text: line, kind: 'line' }))
}

/** Whether a page's body is written as HTML. */
export function hasHtmlBody(text: string): boolean {
  return openPage(text).kind === 'html'
}

/** The keys that a piece of front matter sets. */
export function keysOf(piece: string): readonly string[] {
  return readFront(`---\n${piece}${piece.endsWith('\n') ? '' : '\n'}---\n`).entries.map(
    (e) => e.key,
  )
}

/** Two texts one behind the other, as blocks of their own. */
export function joinBlocks(first: string, second: string, blank: boolean): string {
  if (first === '' || second === '') return first + second
  const eol = eolOf(first + second)
  const gap = /\s*$/.exec(first)?.[0] ?? ''
  const wanted = blank ? 2 : 1
  const has = gap.split('\n').length - 1
  return first + eol.repeat(Math.max(0, wanted - has)) + second
}
