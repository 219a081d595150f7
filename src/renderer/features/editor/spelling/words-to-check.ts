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

const chunkAround = (text: string, from: number, to: number) =>
  (/\S*$/.exec(text.slice(0, from))?.[0] ?? '') +
  (/^\S*/.exec(text.slice(from))?.[0] ?? '').slice(0, to)

/** Whether a sentence begins at a place of a text. */
function startsSentence(text: string, at: number): boolean {
  const before = text.slice(0, at).trimEnd()
  return before === '' || /[.!?:;“"(•–—-]$/.test(before)
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
