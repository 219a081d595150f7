import type { Node } from '@tiptap/pm/model'

/** What is looked for in a page. */
export interface FindQuery {
  readonly text: string
  readonly matchCase: boolean
  readonly wholeWord: boolean
  readonly regex: boolean
}

/** A place in the document; `words` are what was found there, for the groups of a regular expression. */
export interface FindMatch {
  readonly from: number
  readonly to: number
  readonly words: RegExpExecArray
}

export const emptyQuery: FindQuery = { text: '', matchCase: false, wholeWord: false, regex: false }

/** More are not told apart by anybody, and would make the page slow. */
const mostMatches = 5000

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The expression for a query; null for nothing to look for, or one that cannot be read. */
export function expressionOf({ text, matchCase, wholeWord, regex }: FindQuery): RegExp | null {
  if (text === '') return null
  const source = regex ? text : escaped(text)
  // Letters and digits of every script are word characters.
  const whole = wholeWord ? `(?<![\\p{L}\\p{N}_])(?:${source})(?![\\p{L}\\p{N}_])` : source
  try {
    return new RegExp(whole, matchCase ? 'gu' : 'giu')
  } catch {
    return null
  }
}

/** Every place of a query in the text blocks of a document, in order. What is locked is not searched. */
export function findMatches(doc: Node, query: FindQuery): readonly FindMatch[] {
  const expression = expressionOf(query)
  const found: FindMatch[] = []
  if (!expression) return found
  doc.descendants((block, pos) => {
    if (!block.isTextblock) return found.length < mostMatches
    const text = block.textBetween(0, block.content.size, undefined, '\ufffc')
    expression.lastIndex = 0
    for (let words = expression.exec(text); words; words = expression.exec(text)) {
      const from = pos + 1 + words.index
      if (words[0] !== '') found.push({ from, to: from + words[0].length, words })
      else expression.lastIndex += 1
      if (found.length >= mostMatches) break
    }
    return false
  })
  return found
}

/** What a match becomes: `$1` and `$&` stand for what a regular expression found. */
export function replacementOf(match: FindMatch, replacement: string, regex: boolean): string {
  if (!regex) return replacement
  return replacement.replace(/\$(\$|&|\d{1,2})/g, (whole, sign: string) => {
    if (sign === '$') return '$'
    if (sign === '&') return match.words[0]
    return match.words[Number(sign)] ?? whole
  })
}
