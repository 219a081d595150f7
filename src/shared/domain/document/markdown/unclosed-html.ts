import { openHtmlBody } from '../html/open-html.ts'

/** What only Markdown is written with, at the start of a line or in it. */
const markdownLine =
  /^ {0,3}(?:#{1,6}[ \t]|[-*+][ \t]|\d{1,9}[.)][ \t]|>|`{3}|~{3}|\||\[[^\]\n]+\]:|\{:)/m
const markdownWords = /\*\*|__|\]\(|!\[/
const longest = 200_000

/**
 * Whether a text that begins with an element which is never closed is HTML to its end: kramdown closes such an element
 * at the end of the page, so that what is inside of it is no Markdown. Pages in which Markdown follows are read as
 * CommonMark does, where a blank line ends the HTML.
 */
export function isHtmlToItsEnd(text: string): boolean {
  if (text.length > longest || markdownLine.test(text)) return false
  if (markdownWords.test(text.replace(/<[^>]*>/g, ''))) return false
  const { kids, ranges } = openHtmlBody(text).root
  const isHeld = kids.every(({ type }) => type.name !== 'opaque')
  const [first, last] = [ranges[0], ranges.at(-1)]
  if (!isHeld || !first || !last) return false
  return `${text.slice(0, first[0])}${text.slice(last[1])}`.trim() === ''
}
