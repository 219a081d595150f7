import type { Node } from 'prosemirror-model'
import { attributeIn, type Bag } from './html/bag.ts'
import { isMarkdownBlock } from './page.ts'
import type { OpenedPage } from './types.ts'

/** A heading of a page, and what a link to it says behind `#`; null where the site gives it no id. */
export interface PageHeading {
  readonly level: number
  readonly text: string
  readonly id: string | null
}

/** Two or three hyphens are a dash to kramdown, and dashes are no part of an id. */
const dash = /-{2,3}/g
const notWord = /[^\p{L}\p{M}\p{N}\p{Pc}\- \t]/gu

/** The id that Jekyll's Markdown (kramdown with GFM) makes of a heading's words, before it is made the only one. */
const idOf = (text: string) =>
  text.replace(dash, '').toLowerCase().replace(notWord, '').replace(/[ \t]/g, '-')

const ownId = (heading: Node) => {
  const bag = heading.attrs.bag as Bag | null
  return bag ? attributeIn(bag, 'id') : null
}

/**
 * The headings of a page with their ids as the site's generator makes them: Markdown headings get one of their words,
 * HTML headings have the one that was written, or none.
 */
export function headingsOf(page: OpenedPage): PageHeading[] {
  const out: PageHeading[] = []
  const used = new Map<string, number>()
  page.doc?.descendants((node) => {
    if (node.type.name !== 'heading') return !node.isTextblock
    const text = node.textContent
    let id = ownId(node)
    if (id === null && isMarkdownBlock(page, node)) {
      const made = idOf(text)
      const times = used.get(made) ?? 0
      used.set(made, times + 1)
      id = times === 0 ? made : `${made}-${times}`
    }
    out.push({ level: Number(node.attrs.level), text, id: id === '' ? null : id })
    return false
  })
  return out
}
