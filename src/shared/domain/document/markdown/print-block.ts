import type { Node } from 'prosemirror-model'
import { attributeIn } from '../html/bag.ts'
import { printBlock as printHtml } from '../html/print-html.ts'
import { documentSchema } from '../schema.ts'
import { writeAttributeList } from './attribute-list.ts'
import type { InlineStyle } from './inline-style.ts'
import type { MarkdownBag } from './markdown-ref.ts'
import { isEmptyParagraph } from './normalise.ts'
import { plainHtml } from './plain-html.ts'
import { blankPrefix } from './prefix.ts'
import { printInline } from './print-inline.ts'
import { printPicture } from './print-picture.ts'
import { printTable } from './print-table.ts'

const { nodes } = documentSchema

/** How new blocks are written. All printing is without a container's prefix and with `\n` for line ends. */
export interface BlockStyle extends InlineStyle {
  /** The source of a block that stands somewhere in the page already; null for a new one. */
  readonly known: (node: Node) => string | null
  /** As HTML, but for what has a meaning in Markdown only and the blocks around it. */
  readonly asHtml?: boolean
}

/** The signs of lists right above and below, which would take a new list for their own. */
export type Taken = readonly string[]

/** The sign of the list that a text starts with: a bullet, or what stands behind a number. */
export const listSign = (text: string | null | undefined): string =>
  /^(?:[ \t>]*\{:[^\n]*\n)?[ \t>]*(?:([-+*])|\d+([.)]))(?=\s|$)/
    .exec(text ?? '')
    ?.slice(1)
    .find(Boolean) ?? ''

/** Puts the lines of a block behind its marker. */
const behind = (marker: string, text: string, prefix: string) =>
  marker +
  text
    .split('\n')
    .map((line, i) =>
      i === 0 || line === '' ? (i === 0 ? line : blankPrefix(prefix)) : prefix + line,
    )
    .join('\n')

/** Writes a block as HTML, in its plainest form. */
const printAsHtml = (node: Node): string => printHtml(plainHtml(node), { eol: '\n', wrapFrom: 0 })

/** Whether a block is a footnote or holds one: in HTML it would be a part of the text. */
function holdsNote(node: Node): boolean {
  return (
    node.type === nodes.footnoteDefinition || (!node.isTextblock && node.children.some(holdsNote))
  )
}

const isList = (node: Node | undefined) =>
  node !== undefined && /^(?:bullet|ordered|task)List$/.test(node.type.name)

/** Blocks one under the other. A list directly behind another one of its kind gets another sign. */
function printFlow(children: readonly Node[], style: BlockStyle, tight = false): string {
  let before = ''
  return children
    .filter((child) => !isEmptyParagraph(child))
    .map((child, i) => {
      const gap = i === 0 ? '' : tight && isList(child) && !style.escapeAll ? '\n' : '\n\n'
      before = style.known(child) ?? printMarkdown(child, style, [listSign(before)])
      return gap + before
    })
    .join('')
}

/** Writes a block anew: as Markdown where Markdown can hold it, else as HTML. */
export function printMarkdown(node: Node, style: BlockStyle, taken: Taken = []): string {
  if (style.asHtml && node.type !== nodes.opaque && !holdsNote(node)) return printAsHtml(node)
  const written = write(node, style, taken)
  if (written === null) return printAsHtml(node)
  const bag = node.attrs.bag as MarkdownBag | null
  const isOwn = node.type === nodes.image || node.type === nodes.opaque
  if (!bag || bag.attrs.length === 0 || isOwn) return written
  const list = writeAttributeList(bag.attrs)
  return list === null || !style.file.attributeLists ? printAsHtml(node) : `${written}\n${list}`
}

function write(node: Node, style: BlockStyle, taken: Taken): string | null {
  const inLine = { ...style, newline: null }
  switch (node.type) {
    case nodes.paragraph:
      return printInline(node, style)
    case nodes.heading:
      return `${'#'.repeat(Number(node.attrs.level))} ${closingSafe(printInline(node, inLine))}`.trimEnd()
    case nodes.bulletList:
    case nodes.orderedList:
    case nodes.taskList:
      return writeList(node, style, taken)
    case nodes.blockquote:
      return behind('> ', printFlow(node.content.content, style), '> ')
    case nodes.codeBlock:
      return writeCode(node, style)
    case nodes.horizontalRule:
      return '***'
    case nodes.image:
      return writePicture(node, style)
    case nodes.table:
      return printTable(node, style)
    case nodes.footnoteDefinition:
      return behind(`[^${node.attrs.label}]: `, printFlow(node.content.content, style), '    ')
    case nodes.definitionList:
      return writeDefinitions(node, style)
    case nodes.opaque:
      return String(node.attrs.source).replace(/\r\n/g, '\n')
    default:
      return null
  }
}

/** Number signs at the end of a heading would be taken for its closing sign. */
const closingSafe = (text: string) => text.replace(/(^|\s)(#+)$/, '$1\\$2')

function writePicture(node: Node, style: BlockStyle): string | null {
  const { href, wrap, bag } = node.attrs
  const isPlainLink =
    !wrap || (wrap.tag === 'a' && wrap.attrs.length === 1 && attributeIn(wrap, 'href') === href)
  if (!isPlainLink || (bag && bag.form === undefined)) return null
  const picture = printPicture(node, style)
  if (!href) return picture
  const link = documentSchema.marks.link.create({ href })
  const inline = nodes.imageInline.create(
    {
      src: node.attrs.src,
      alt: node.attrs.alt,
      title: node.attrs.title,
      width: node.attrs.width,
      bag,
    },
    null,
    [link],
  )
  return printInline(nodes.paragraph.create(null, inline), style)
}

function writeCode(node: Node, style: BlockStyle): string | null {
  const text = node.textContent.replace(/\r\n?/g, '\n')
  const bag = node.attrs.bag as (MarkdownBag & { meta?: string }) | null
  const info = [node.attrs.language, bag?.meta].filter(Boolean).join(' ')
  if (/[`\n]/.test(info) || (bag && bag.meta === undefined && bag.inner)) return null
  const sign = style.file.fence
  const runs = text.match(sign === '`' ? /`{3,}/g : /~{3,}/g) ?? []
  const fence = sign.repeat(Math.max(3, ...runs.map((run) => run.length + 1)))
  return `${fence}${info}\n${text}${text === '' ? '' : '\n'}${fence}`
}

/** Terms, then definitions of one paragraph each: what kramdown's form holds in one list. */
function writeDefinitions(list: Node, style: BlockStyle): string | null {
  const parts = list.content.content
  const first = parts.findIndex((part) => part.type === nodes.definitionDescription)
  const isPlain = parts.every((part, i) => {
    const isTerm = part.type === nodes.definitionTerm
    if (part.attrs.bag || isTerm !== i < first) return false
    return isTerm || (part.childCount === 1 && part.firstChild?.type === nodes.paragraph)
  })
  if (!style.file.definitions || first <= 0 || !isPlain) return null
  return parts
    .map((part, i) =>
      i < first
        ? printInline(part, { ...style, newline: null })
        : behind(': ', printFlow(part.content.content, style), '  '),
    )
    .join('\n')
}

const isTightItem = (item: Node) =>
  item.content.content.filter((child) => !isList(child) && !isEmptyParagraph(child)).length <= 1 &&
  !isList(item.firstChild ?? undefined)

function writeList(list: Node, style: BlockStyle, taken: Taken): string | null {
  if (list.content.content.some((item) => item.attrs.bag)) return null
  const tight = list.content.content.every(isTightItem)
  const isNumbered = list.type === nodes.orderedList
  const { bullet, delimiter } = style.file
  const signs = isNumbered ? [delimiter, '.', ')'] : [bullet, '-', '*', '+']
  const sign = signs.find((way) => !taken.includes(way))
  const first = Number(list.attrs.start ?? 1)
  if (sign === undefined || !(first >= 0 && first < 999_999_000)) return null
  return list.content.content
    .map((item, i) => {
      const marker = `${isNumbered ? first + i : ''}${sign} `
      return printItem(item, style, { marker, tight })
    })
    .join(tight ? '\n' : '\n\n')
}

/** Writes an item of a list behind its marker. */
export function printItem(
  item: Node,
  style: BlockStyle,
  { marker, tight }: { readonly marker: string; readonly tight: boolean },
): string {
  const text = printFlow(item.content.content, style, tight)
  const isTask = item.type === nodes.taskItem
  const box = isTask ? `[${item.attrs.checked ? 'x' : ' '}]` : ''
  // A box stands before words only.
  const first = item.children.find((child) => !isEmptyParagraph(child))
  const isLoose = isTask && text !== '' && (style.asHtml || first?.type !== nodes.paragraph)
  const inner = isTask ? box + (isLoose ? '\n\n' : text === '' ? '' : ' ') + text : text
  return behind(marker, inner, ' '.repeat(marker.length)).trimEnd()
}
