import type { Attrs, Mark } from 'prosemirror-model'
import { type Bag, endTag, startTag } from '../html/bag.ts'
import { tagOfMarkUse } from '../html/open-tag.ts'
import { writeAttributeList } from './attribute-list.ts'
import { destination } from './escape-text.ts'
import type { InlineRun } from './inline-runs.ts'
import type { InlineStyle } from './inline-style.ts'
import type { Definitions, MarkdownBag } from './markdown-ref.ts'

/** What stands before and behind marked words. */
export interface Delimiters {
  readonly open: string
  readonly close: string
}

export const tagDelimiters = (bag: Bag): Delimiters => ({ open: startTag(bag), close: endTag(bag) })

/** A bag's attributes as kramdown writes them behind a span; undefined where a list cannot hold them. */
export function attributeTail(bag: Bag, own: readonly string[] = []): string | undefined {
  const attributes = bag.attrs.filter(([key]) => !own.includes(key))
  if (attributes.length === 0) return ''
  return writeAttributeList(attributes)?.replace(/^\{: /, '{:')
}

/** Whether a link or picture still says what the definition says that it was read from. */
export function pointsTo(bag: MarkdownBag, attrs: Attrs, definitions: Definitions): boolean {
  const title = bag.title ?? null
  const address = 'href' in attrs ? attrs.href : attrs.src
  if (address !== bag.url || (attrs.title ?? null) !== title || attrs.target || attrs.rel)
    return false
  return [...definitions.values()].some((d) => d.url === bag.url && d.title === title)
}

function referenceEnd(bag: MarkdownBag, words: string): string {
  if (bag.form === 'full' || bag.label !== words) return `][${bag.label}]`
  return bag.form === 'collapsed' ? '][]' : ']'
}

/** The signs around a link's words. */
export function linkDelimiters(
  mark: Mark,
  runs: readonly InlineRun[],
  style: InlineStyle,
): Delimiters {
  const bag = mark.attrs.bag as MarkdownBag | null
  const { href, title, target, rel } = mark.attrs
  const words = runs.map((run) => run.text ?? '\n').join('')
  if (bag && bag.form === undefined) return tagDelimiters(tagOfMarkUse(mark))
  if (bag?.form === 'auto' && isAddress(mark, words) && runs.length === 1)
    return { open: '<', close: '>' }
  if (bag?.label !== undefined && pointsTo(bag, mark.attrs, style.definitions))
    return { open: '[', close: referenceEnd(bag, runs.length === 1 ? words : '') }
  const address = `](${destination(String(href ?? ''), title)})`
  const isList = bag?.form === 'list'
  if (!isList && !target && !rel) return { open: '[', close: address }
  const use = tagOfMarkUse(mark.type.create({ ...mark.attrs, bag: isList ? bag : null }))
  const tail =
    isList || style.file.attributeLists ? attributeTail(use, ['href', 'title']) : undefined
  return tail === undefined || href === null
    ? tagDelimiters(use)
    : { open: '[', close: address + tail }
}

function isAddress({ attrs }: Mark, words: string): boolean {
  const { href, title, target } = attrs
  return (
    (words === href || `mailto:${words}` === href) && !title && !target && !/[\s<>]/.test(words)
  )
}
