import type { ParseRule, TagParseRule } from '@tiptap/pm/model'

/*
 * How pasted and dropped HTML becomes blocks of the page. Opening a page does not come this way: the document
 * engine reads files itself.
 */

const attribute = (element: HTMLElement, name: string) => element.getAttribute(name)

const span = (element: HTMLElement, name: string) =>
  Math.max(1, Number(element.getAttribute(name)) || 1)

const cellAttributes = (element: HTMLElement) => ({
  colspan: span(element, 'colspan'),
  rowspan: span(element, 'rowspan'),
})

/** An address that may stand in a link: no scripts, no data. */
export function isSafeAddress(href: string): boolean {
  // biome rules out control characters in patterns, so they are dropped by code point first.
  const seen = [...href].filter((c) => (c.codePointAt(0) ?? 0) > 0x20).join('')
  return !/^(?:javascript|vbscript|data|file|blob):/i.test(seen)
}

/** Pictures of the web and of the site; those of a letter or of a folder of this computer have no address here. */
function pictureOf(element: HTMLElement) {
  const own = attribute(element, 'data-src')
  const src = own ?? attribute(element, 'src')
  if (!src || !isSafeAddress(src) || (own === null && !/^(?:https?:\/\/|\/)/i.test(src)))
    return false
  return { src, alt: attribute(element, 'alt') ?? '', title: attribute(element, 'title') }
}

const heading = (level: number): TagParseRule => ({ tag: `h${level}`, attrs: { level } })

/** Parse rules by node name; nodes without rules are never made from pasted HTML. */
export const nodeRules: Readonly<Record<string, readonly TagParseRule[]>> = {
  paragraph: [{ tag: 'p' }],
  heading: [1, 2, 3, 4, 5, 6].map(heading),
  bulletList: [{ tag: 'ul' }],
  orderedList: [
    {
      tag: 'ol',
      getAttrs: (element) => ({ start: Number(element.getAttribute('start') ?? 1) || 1 }),
    },
  ],
  listItem: [{ tag: 'li' }],
  taskList: [{ tag: 'ul[data-type="taskList"]', priority: 60 }],
  taskItem: [
    {
      tag: 'li[data-type="taskItem"]',
      priority: 60,
      getAttrs: (element) => ({ checked: element.getAttribute('data-checked') === 'true' }),
    },
  ],
  blockquote: [{ tag: 'blockquote' }],
  codeBlock: [
    {
      tag: 'pre',
      preserveWhitespace: 'full',
      getAttrs: (element) => ({
        language:
          element.getAttribute('data-language') ??
          /\blanguage-([\w-]+)/.exec(element.querySelector('code')?.className ?? '')?.[1] ??
          null,
      }),
    },
  ],
  horizontalRule: [{ tag: 'hr' }],
  image: [{ tag: 'img[src], img[data-src]', getAttrs: pictureOf }],
  table: [{ tag: 'table' }],
  tableRow: [{ tag: 'tr' }],
  tableCell: [{ tag: 'td', getAttrs: cellAttributes }],
  tableHeader: [{ tag: 'th', getAttrs: cellAttributes }],
  detailGroup: [
    {
      tag: 'div.page-accordion, div.isomer-accordion',
      getAttrs: (element) => ({
        colour:
          element.getAttribute('data-colour') === 'gray' ||
          element.classList.contains('isomer-accordion-gray')
            ? 'gray'
            : 'white',
      }),
    },
  ],
  details: [{ tag: 'details' }, { tag: 'div[data-type="details"]' }],
  detailsSummary: [{ tag: 'summary' }, { tag: 'div[data-type="detailsSummary"]' }],
  detailsContent: [{ tag: 'div[data-type="detailsContent"]' }],
  cards: [{ tag: 'div.page-cards, div.isomer-card-grid' }],
  card: [
    {
      tag: 'div.page-card, div.isomer-card, a.isomer-card',
      priority: 60,
      getAttrs: (element) => ({
        href: attribute(element, 'data-href') ?? attribute(element, 'href'),
      }),
    },
  ],
  cardImage: [{ tag: 'div.page-card-image, div.isomer-card-image' }],
  cardBody: [{ tag: 'div.page-card-body, div.isomer-card-body' }],
  cardText: [
    {
      tag: 'div.page-card-text, div.isomer-card-title, div.isomer-card-description, div.isomer-card-link',
      getAttrs: (element) => ({
        role:
          attribute(element, 'data-role') ??
          /isomer-card-(title|description|link)/.exec(element.className)?.[1] ??
          'title',
      }),
    },
  ],
  hardBreak: [{ tag: 'br' }],
}

const linkOf = (element: HTMLElement) => {
  const href = attribute(element, 'data-href') ?? attribute(element, 'href')
  return href && isSafeAddress(href) ? { href } : false
}

/** Words with a line under or through them, as Google Docs and Excel write it; both can be. */
const line = (kind: 'underline' | 'line-through'): ParseRule => ({
  style: 'text-decoration',
  consuming: false,
  getAttrs: (value) => value.includes(kind) && null,
})

/** Parse rules by mark name. */
export const markRules: Readonly<Record<string, readonly ParseRule[]>> = {
  link: [{ tag: 'a[href], a[data-href]', getAttrs: linkOf }],
  bold: [
    // Google Docs wraps what it copies in a `b` that is not bold.
    { tag: 'b', getAttrs: (element) => element.style.fontWeight !== 'normal' && null },
    { tag: 'strong' },
    {
      style: 'font-weight',
      getAttrs: (value) => /^(?:bold(?:er)?|[6-9]\d{2})$/.test(value) && null,
    },
  ],
  italic: [
    { tag: 'em' },
    { tag: 'i', getAttrs: (element) => element.style.fontStyle !== 'normal' && null },
    { style: 'font-style=italic' },
  ],
  underline: [{ tag: 'u' }, line('underline')],
  strike: [{ tag: 's' }, { tag: 'del' }, { tag: 'strike' }, line('line-through')],
  subscript: [{ tag: 'sub' }, { style: 'vertical-align=sub' }],
  superscript: [{ tag: 'sup' }, { style: 'vertical-align=super' }],
  highlight: [{ tag: 'mark' }],
  code: [{ tag: 'code' }],
}
