import type { EditorState } from '@tiptap/pm/state'
import type { TextCounts } from '../../../lib/open-pages-store.ts'
import { countWords, wordsIn } from './count-words.ts'

const charactersIn = (text: string) => {
  let all = 0
  let spaces = 0
  for (const sign of text) {
    if (sign === '\n') continue
    all += 1
    if (/\s/.test(sign)) spaces += 1
  }
  return { characters: all, withoutSpaces: all - spaces }
}

/** What a page, and what is selected of it, holds; counted when somebody asks. */
export function countPage({ doc, selection }: EditorState): {
  page: TextCounts
  selected: TextCounts | null
} {
  const textOf = (from: number, to: number) => doc.textBetween(from, to, '\n', '')
  const page = { words: countWords(doc), ...charactersIn(textOf(0, doc.content.size)) }
  if (selection.empty) return { page, selected: null }
  const parts = selection.ranges.map(({ $from, $to }) => textOf($from.pos, $to.pos))
  const text = parts.join('\n')
  return { page, selected: { words: wordsIn(text), ...charactersIn(text) } }
}
