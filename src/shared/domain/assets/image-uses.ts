import { extensionOf, type RepoPath } from '../repo-path.ts'
import { blankCode } from './blank-code.ts'

/** A piece of a text. */
export interface Piece {
  readonly start: number
  readonly end: number
}

/** An image as a page shows it. */
export interface ImageInText {
  readonly kind: 'html' | 'markdown'
  /** Where it begins. */
  readonly at: number
  readonly end: number
  readonly src: Piece
  /** The alt text with its quotes or brackets; null where there is none. */
  readonly alt: Piece | null
  /** What the alt text says; null: there is none. Empty: decorative. */
  readonly altText: string | null
  /** Where the attribute that names the image begins (HTML). */
  readonly srcAttribute: number
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
}

function fromCode(code: number): string {
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : '\uFFFD'
}

/** Text with the entities people write taken back. */
export function withoutEntities(text: string): string {
  return text.replace(
    /&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi,
    (_, name?: string, decimal?: string, hex?: string) =>
      name === undefined
        ? fromCode(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal))
        : (entities[name.toLowerCase()] ?? ''),
  )
}

const attribute = /[\s/]*([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?/y

interface Attribute {
  readonly name: string
  readonly start: number
  /** With its quotes; null where there is none. */
  readonly value: Piece | null
}

/** The attributes of the tag whose name ends at `from`, and where it ends; null where it never does. */
function attributesOf(text: string, from: number) {
  const found: Attribute[] = []
  let at = from
  for (;;) {
    attribute.lastIndex = at
    const match = attribute.exec(text)
    if (!match) break
    const [all, name = '', value] = match
    const end = at + all.length
    const start = at + all.search(/[^\s/]/)
    found.push({
      name: name.toLowerCase(),
      start,
      value: value === undefined ? null : { start: end - value.length, end },
    })
    at = end
  }
  const close = /[\s/]*>/y
  close.lastIndex = at
  const end = close.exec(text)
  return end ? { found, end: at + end[0].length } : null
}

function inner(text: string, { start, end }: Piece): Piece {
  const quoted = /["']/.test(text[start] ?? '')
  return quoted ? { start: start + 1, end: end - 1 } : { start, end }
}

function htmlImage(text: string, at: number): ImageInText | null {
  const tag = attributesOf(text, at + 4)
  const src = tag?.found.find(({ name, value }) => name === 'src' && value)
  if (!tag || !src?.value) return null
  const alt = tag.found.find(({ name }) => name === 'alt')
  const said = alt?.value ? inner(text, alt.value) : null
  return {
    kind: 'html',
    at,
    end: tag.end,
    src: inner(text, src.value),
    alt: alt ? (alt.value ?? { start: alt.start, end: alt.start + 3 }) : null,
    altText: alt ? withoutEntities(said ? text.slice(said.start, said.end) : '') : null,
    srcAttribute: src.start,
  }
}

/** Behind the bracket that closes the one before `from`, within one paragraph; -1 where there is none. */
function closing(text: string, from: number, [open, close]: readonly [string, string]): number {
  let depth = 1
  for (let at = from; at < text.length && at < from + 4096; at++) {
    const character = text[at]
    if (character === '\\') at += 1
    else if (character === open) depth += 1
    else if (character === '\n' && /^\s*\n/.test(text.slice(at + 1, at + 80))) return -1
    else if (character === close) {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  return -1
}

function markdownImage(text: string, at: number): ImageInText | null {
  const altEnd = closing(text, at + 2, ['[', ']'])
  if (altEnd < 0 || text[altEnd] !== '(') return null
  const end = closing(text, altEnd + 1, ['(', ')'])
  if (end < 0) return null
  const target = text.slice(altEnd + 1, end - 1)
  const [, space = '', angled, plain = ''] =
    /^(\s*)(?:<([^<>\n]*)>|([\s\S]*?))(?:\s+(?:"[\s\S]*"|'[\s\S]*'))?\s*$/.exec(target) ?? []
  const start = altEnd + 1 + space.length + (angled === undefined ? 0 : 1)
  const alt = { start: at + 2, end: altEnd - 1 }
  const said = withoutEntities(text.slice(alt.start, alt.end)).replace(/\\([^\sA-Za-z0-9])/g, '$1')
  return {
    kind: 'markdown',
    at,
    end,
    src: { start, end: start + (angled ?? plain).length },
    alt,
    // Markdown cannot say that an image is decorative: nothing between the brackets is nothing said.
    altText: said.trim() === '' ? null : said,
    srcAttribute: start,
  }
}

/** Every image a page shows, in order; those in code and comments are not shown. */
export function imagesIn(path: RepoPath, text: string): readonly ImageInText[] {
  const markdown = ['md', 'markdown', 'mdx'].includes(extensionOf(path))
  const seen = blankCode(text, markdown)
  const images: ImageInText[] = []
  for (const match of seen.matchAll(/<img(?=[\s/])|!\[/gi)) {
    const html = match[0].length > 2
    if (!html && !markdown) continue
    const image = html ? htmlImage(seen, match.index) : markdownImage(seen, match.index)
    if (image) images.push(image)
  }
  return images
}
