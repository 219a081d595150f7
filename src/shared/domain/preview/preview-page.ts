import type { SiteLook } from './site-look.ts'

/** An entry of the menu beside a page. */
export interface SideLink {
  readonly title: string
  readonly isHere: boolean
}

export interface PreviewParts {
  readonly look: SiteLook
  readonly title: string
  /** The folders the page stands in, from the outside. */
  readonly crumbs: readonly string[]
  readonly side: readonly SideLink[]
  /** The body, quiet already. */
  readonly body: string
  /** The style sheet of pages. */
  readonly css: string
  /** Where the app shows a file of the site. */
  readonly mediaUrl: (src: string) => string | null
}

const escaped = (words: string) => words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Words of a value that may hold tags. */
const plainWords = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const list = (items: readonly string[]) => items.map((item) => `<li>${item}</li>`).join('')

function header({ look, mediaUrl, crumbs }: PreviewParts): string {
  const logo = look.logo === null ? null : mediaUrl(look.logo)
  const brand = logo
    ? `<img class="site-logo" src="${escaped(logo)}" alt="${escaped(look.name)}">`
    : `<b class="site-name">${escaped(look.name)}</b>`
  const isHere = (title: string) => title.toLowerCase() === crumbs[0]?.toLowerCase()
  const menu = look.menu.map(({ title }) =>
    isHere(title) ? `<a aria-current="page">${escaped(title)}</a>` : `<a>${escaped(title)}</a>`,
  )
  const nav = menu.length === 0 ? '' : `<nav aria-label="Site menu"><ul>${list(menu)}</ul></nav>`
  return `<header class="site-header"><div class="site-row">${brand}${nav}</div></header>`
}

function sideMenu({ side, crumbs }: PreviewParts): string {
  if (side.length < 2) return ''
  const links = side.map(({ title, isHere }) =>
    isHere ? `<a aria-current="page">${escaped(title)}</a>` : `<a>${escaped(title)}</a>`,
  )
  return `<nav class="site-side" aria-label="${escaped(crumbs.at(-1) ?? 'Pages beside')}"><ul>${list(links)}</ul></nav>`
}

function footer({ look }: PreviewParts): string {
  const links = look.footer.map((title) => `<a>${escaped(title)}</a>`)
  return `<footer class="site-footer"><div class="site-row"><b>${escaped(look.name)}</b><ul>${list(links)}</ul></div></footer>`
}

/** A whole page as a visitor would see it, near to the site's own look. `body` is put in as it is. */
export function previewPage(parts: PreviewParts): string {
  const { look, title, crumbs, body, css } = parts
  const notice = look.notice && plainWords(look.notice)
  const way = [...crumbs, title].map(escaped).join(' › ')
  const side = sideMenu(parts)
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${escaped(title)}</title>`,
    `<style>:root{--primary:${look.colours.primary};--secondary:${look.colours.secondary}}${css}</style>`,
    '</head><body>',
    notice ? `<p class="site-notice">${escaped(notice)}</p>` : '',
    header(parts),
    `<div class="site-hero"><div class="site-row"><p class="site-way">${way}</p><h1>${escaped(title)}</h1></div></div>`,
    `<div class="site-row site-main${side ? '' : ' site-alone'}">${side}<main class="content">${body}</main></div>`,
    footer(parts),
    '</body></html>',
  ].join('\n')
}
