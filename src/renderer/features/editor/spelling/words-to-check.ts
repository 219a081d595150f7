/** A word of a text and where it stands there. */
export interface Word {
  readonly word: string
  readonly from: number
  readonly to: number
}

const words = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu
/** Addresses, file names, variables, codes: what a word in them means is not for a dictionary. */
const notProse = /[\d@_/\\{}<>#=]|::|\.\p{L}|\p{L}\.\p{L}/u
const liquid = /\{\{.*?\}\}|\{%.*?%\}/gs
const latin = /^[\p{Script=Latin}\p{M}'’]+$/u

const isSpace = (sign: string | undefined) => sign === undefined || /\s/.test(sign)

/** What stands around a word without a space. Looked for from the word on: a page may be one long paragraph. */
function chunkAround(text: string, from: number, to: number): string {
  let start = from
  let end = to
  while (!isSpace(text[start - 1])) start -= 1
  while (!isSpace(text[end])) end += 1
  return text.slice(start, end)
}

const sentenceEnd = /[.!?:;“"(•–—-]/

/** Whether a sentence begins at a place of a text. */
function startsSentence(text: string, at: number): boolean {
  let before = at - 1
  while (before >= 0 && isSpace(text[before])) before -= 1
  return before < 0 || sentenceEnd.test(text[before] ?? '')
}

/** A name, as far as can be told: a capital where no sentence begins. */
const isName = (text: string, { word, from }: Word) =>
  /^\p{Lu}/u.test(word) && !startsSentence(text, from)

/**
 * The words of a text that a dictionary can say something about: no addresses, codes, Liquid, names, capitals, single
 * letters or words of other scripts.
 */
export function wordsToCheck(whole: string): readonly Word[] {
  const text = whole.replace(liquid, (code) => ' '.repeat(code.length))
  return [...text.matchAll(words)].flatMap((match): Word[] => {
    const [word] = match
    const found = { word, from: match.index, to: match.index + word.length }
    const isPlain =
      word.length > 1 && latin.test(word) && !/\p{Lu}.*\p{Lu}|\p{Ll}\p{Lu}/u.test(word)
    if (!isPlain || notProse.test(chunkAround(text, found.from, found.to))) return []
    return isName(text, found) ? [] : [found]
  })
}
