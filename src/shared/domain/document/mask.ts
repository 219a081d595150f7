/** A text whose template code was replaced, same length, by private-use characters that no parser trips over. */
export interface MaskedText {
  readonly text: string
  /** The code taken out, in order of appearance. */
  readonly pieces: readonly string[]
}

const rawBlock = /\{%-?\s*(raw|comment|highlight)\b[^%]*%\}[\s\S]*?\{%-?\s*end\1\s*-?%\}/
const template = /\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}/
const start = '\uE000'
const fill = '\uE001'
const run = /\uE000([\uE100-\uE2FF])([\uE100-\uE2FF])\uE001*/g
const digitBase = 0xe100
const mostPieces = 512 * 512

/**
 * Masks Liquid output and tags (`{{ … }}`, `{% … %}`), code and comments with their ends, and what `more` finds.
 * Offsets stay the same, so that ranges found in the masked text hold in the source. Text that already holds the
 * private-use characters is left alone.
 */
export function maskTemplates(source: string, more?: RegExp): MaskedText {
  if (!/[{$]/.test(source) || source.includes(start)) return { text: source, pieces: [] }
  const patterns = [rawBlock, template, ...(more ? [more] : [])]
  const all = new RegExp(patterns.map((p) => p.source).join('|'), 'g')
  const pieces: string[] = []
  const text = source.replace(all, (code: string) => {
    if (pieces.length >= mostPieces) return code
    const index = pieces.push(code) - 1
    return (
      start +
      String.fromCharCode(digitBase + (index >> 9), digitBase + (index & 511)) +
      fill.repeat(code.length - 3)
    )
  })
  return { text, pieces }
}

const pieceOf = (pieces: readonly string[], high: string, low: string) =>
  pieces[((high.charCodeAt(0) - digitBase) << 9) | (low.charCodeAt(0) - digitBase)] ?? ''

/** Puts the template code back into a piece of masked text. */
export function unmask(text: string, pieces: readonly string[]): string {
  if (!text.includes(start)) return text
  return text.replace(run, (_, high: string, low: string) => pieceOf(pieces, high, low))
}

/** Splits masked text into plain text and template code, in order. */
export function splitMasked(
  text: string,
  pieces: readonly string[],
): readonly { readonly text: string; readonly code: boolean }[] {
  if (!text.includes(start)) return [{ text, code: false }]
  const out: { text: string; code: boolean }[] = []
  let last = 0
  for (const match of text.matchAll(run)) {
    if (match.index > last) out.push({ text: text.slice(last, match.index), code: false })
    out.push({ text: pieceOf(pieces, match[1] ?? '', match[2] ?? ''), code: true })
    last = match.index + match[0].length
  }
  if (last < text.length) out.push({ text: text.slice(last), code: false })
  return out
}
