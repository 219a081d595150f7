import { printBlock } from '../document/html/print-html.ts'
import { openPage } from '../document/page.ts'
import { parseConfig } from '../site/config-text.ts'
import type { YamlMap } from '../site/yaml-map.ts'
import { homeSections } from './home-sections.ts'

/** What a page shows, as HTML that nothing was taken out of yet. */
export interface PageHtml {
  readonly front: YamlMap
  readonly html: string
}

const withoutFences = (front: string) =>
  front.replace(/^\uFEFF?---[ \t]*\r?\n/, '').replace(/(?:---|\.\.\.)[ \t]*(?:\r?\n)?$/, '')

/** The HTML of a page from its text: HTML bodies as they are, Markdown as the editor reads it. Never throws. */
export function pageHtml(text: string): PageHtml {
  const { front: fenced, body, doc, kind } = openPage(text)
  const front = parseConfig(withoutFences(fenced))
  if (body.trim() === '') return { front, html: homeSections(front) }
  if (kind === 'html' || doc === null) return { front, html: body }
  const blocks = doc.children.map((block) => printBlock(block, { eol: '\n', wrapFrom: 0 }))
  return { front, html: blocks.join('\n') }
}
