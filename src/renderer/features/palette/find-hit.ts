/** A stretch of a text that answers a query: from, and one past the end. */
export type Stretch = readonly [from: number, to: number]

export interface Hit {
  /** Higher is better. */
  readonly score: number
  readonly stretches: readonly Stretch[]
}

/** Letters without case and accents, one for each of the text's own, so that places stay the same. */
export function plainLetters(text: string): string {
  let plain = ''
  for (let i = 0; i < text.length; i += 1) {
    const letter = text.charAt(i).normalize('NFD').charAt(0).toLowerCase()
    plain += letter.length === 1 ? letter : text.charAt(i)
  }
  return plain
}

const isWordStart = (text: string, at: number) =>
  at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))

/** The best place of a word in a text: at its start, at the start of a word, else inside one. */
function placeOf(
  word: string,
  text: string,
): { readonly at: number; readonly score: number } | null {
  let inside = -1
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (isWordStart(text, at)) return { at, score: at === 0 ? 100 : 80 }
    if (inside < 0) inside = at
  }
  return inside < 0 ? null : { at: inside, score: 50 }
}

/** All words of the query stand in the text, in any order. */
function wordsHit(words: readonly string[], text: string): Hit | null {
  const stretches: Stretch[] = []
  let score = 0
  for (const word of words) {
    const place = placeOf(word, text)
    if (!place) return null
    stretches.push([place.at, place.at + word.length])
    score += place.score
  }
  return { score: score / words.length, stretches: joined(stretches) }
}

/** Touching and overlapping stretches as one, in the order of the text. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const out: [number, number][] = []
  for (const [from, to] of stretches.toSorted((a, b) => a[0] - b[0])) {
    const last = out.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else out.push([from, to])
  }
  return out
}

/** The letters stand in the text in this order, with gaps; gaps that end at the start of a word cost least. */
function lettersHit(letters: string, text: string): Hit | null {
  const stretches: Stretch[] = []
  let from = 0
  let score = 30
  for (const letter of letters) {
    const at = text.indexOf(letter, from)
    if (at < 0) return null
    if (at > from || from === 0) score -= isWordStart(text, at) ? 1 : 4
    stretches.push([at, at + 1])
    from = at + 1
  }
  return score <= 0 ? null : { score, stretches: joined(stretches) }
}

/** The words of what was typed. */
export const wordsIn = (query: string): readonly string[] =>
  plainLetters(query).split(/\s+/).filter(Boolean)

/** How well a text in plain letters answers these words, and where; null where it does not. No words fit all. */
export function findHit(words: readonly string[], plain: string): Hit | null {
  if (words.length === 0) return { score: 0, stretches: [] }
  const hit = wordsHit(words, plain) ?? lettersHit(words.join(''), plain)
  // Of two that fit alike, the shorter is meant.
  return hit && { ...hit, score: hit.score - Math.min(plain.length, 100) / 100 }
}
