/** From where to where a text holds something else than what a visitor sees. */
type Span = readonly [start: number, end: number]

/** Comments, scripts and styles: the text from an opening to its close; to the end of the text without one. */
const closes: readonly (readonly [open: string, close: string])[] = [
  ['<!--', '-->'],
  ['<script', '</script'],
  ['<style', '</style'],
  ['<pre', '</pre'],
  ['{% comment', 'endcomment'],
  ['{% raw', 'endraw'],
]

function between(lower: string, open: string, close: string): readonly Span[] {
  const spans: Span[] = []
  for (let at = lower.indexOf(open); at >= 0; ) {
    const end = lower.indexOf(close, at + open.length)
    if (end < 0) return open === '<!--' ? [...spans, [at, lower.length]] : spans
    spans.push([at, end + close.length])
    at = lower.indexOf(open, end + close.length)
  }
  return spans
}

const frontMatter = /^\uFEFF?---[ \t]*\r?\n(?:[\s\S]*?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/
const fence = /^ {0,3}(`{3,}|~{3,})/

function fenced(text: string): readonly Span[] {
  const spans: Span[] = []
  let open: { readonly mark: string; readonly at: number } | null = null
  let at = 0
  for (const line of text.split('\n')) {
    const mark = fence.exec(line)?.[1]
    if (mark !== undefined) {
      if (!open) open = { mark, at }
      else if (mark[0] === open.mark[0] && mark.length >= open.mark.length) {
        spans.push([open.at, at + line.length])
        open = null
      }
    }
    at += line.length + 1
  }
  return open ? [...spans, [open.at, text.length]] : spans
}

const codeSpan = /(`+)(?!`)[^`\n]+\1(?!`)/g

/** How long the front matter of a text is; 0 where it has none. */
export const frontLength = (text: string): number => frontMatter.exec(text)?.[0].length ?? 0

/** A text with its front matter, comments, scripts and code as spaces, so that places in it stay the same. */
export function blankCode(text: string, markdown: boolean): string {
  const lower = text.toLowerCase()
  const spans: Span[] = [
    [0, frontLength(text)],
    ...closes.flatMap(([open, close]) => between(lower, open, close)),
    ...(markdown ? fenced(text) : []),
    ...(markdown
      ? [...text.matchAll(codeSpan)].map(({ index, 0: all }): Span => [index, index + all.length])
      : []),
  ]
  spans.sort(([one], [two]) => one - two)
  let at = 0
  const pieces: string[] = []
  for (const [start, end] of spans) {
    if (end <= at) continue
    const from = Math.max(start, at)
    pieces.push(text.slice(at, from), ' '.repeat(end - from))
    at = end
  }
  return [...pieces, text.slice(at)].join('')
}
