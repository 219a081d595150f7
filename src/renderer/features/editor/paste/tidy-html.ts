import { mendWordLists } from './word-lists.ts'

const all = (body: HTMLElement, query: string) => [...body.querySelectorAll<HTMLElement>(query)]
const blocks =
  'p, div, h1, h2, h3, h4, h5, h6, ul, ol, table, blockquote, pre, hr, section, article, details'
const holds = 'img, hr, table, li, details'

const isBlank = (element: Element) =>
  (element.textContent ?? '').trim() === '' && element.querySelector(holds) === null

/** What nobody saw is not pasted. */
function dropHidden(body: HTMLElement): void {
  for (const element of all(body, '[style], [hidden]')) {
    const hidden =
      element.hidden ||
      element.style.display === 'none' ||
      /mso-hide:\s*all/i.test(element.getAttribute('style') ?? '')
    if (hidden) element.remove()
  }
}

/** Headings and header cells are bold by themselves, links underlined. */
function dropImpliedStyles(body: HTMLElement): void {
  for (const element of all(
    body,
    ':is(h1, h2, h3, h4, h5, h6, th)[style], :is(h1, h2, h3, h4, h5, h6, th) [style]',
  ))
    element.style.removeProperty('font-weight')
  for (const element of all(body, 'a[style], a [style]'))
    element.style.removeProperty('text-decoration')
  for (const element of all(body, 'a u')) element.replaceWith(...element.childNodes)
}

const isBlock = (node: Element | null) => node?.matches(blocks) ?? false

/** Line breaks and empty paragraphs that only make room between blocks. */
function dropSpacers(body: HTMLElement): void {
  for (const line of all(body, 'br')) {
    const alone = isBlock(line.previousElementSibling) || isBlock(line.nextElementSibling)
    const betweenWords =
      line.previousSibling?.nodeType === 3 && line.previousSibling.textContent?.trim()
    if (line.className.includes('Apple-interchange-newline') || (alone && !betweenWords))
      line.remove()
  }
  for (const element of all(body, 'p, h1, h2, h3, h4, h5, h6'))
    if (isBlank(element) && !element.closest('td, th, li')) element.remove()
}

/** Lists that stand directly in lists belong to the item above them. */
function mendNestedLists(body: HTMLElement): void {
  for (const inner of all(body, ':is(ul, ol) > :is(ul, ol)')) {
    const item = inner.previousElementSibling
    if (item?.tagName === 'LI') item.append(inner)
    else {
      const made = body.ownerDocument.createElement('li')
      inner.replaceWith(made)
      made.append(inner)
    }
  }
}

/** Tables of one cell are boxes around something; captions are words above. */
function mendTables(body: HTMLElement): void {
  for (const caption of all(body, 'caption')) {
    const words = body.ownerDocument.createElement('p')
    words.append(...caption.childNodes)
    caption.closest('table')?.before(words)
    caption.remove()
  }
  for (const table of body.querySelectorAll('table')) {
    const cells = [...table.rows].flatMap((row) => [...row.cells])
    if (cells.length === 1) table.replaceWith(...(cells[0]?.childNodes ?? []))
    else if (cells.length === 0) table.remove()
  }
}

/** Lines of code that were drawn as elements of their own. */
function mendCode(body: HTMLElement): void {
  for (const line of all(body, 'pre br')) line.replaceWith('\n')
  for (const line of all(body, 'pre div')) line.replaceWith(...line.childNodes, '\n')
}

/** Addresses that lead through a counting page, as Google and Outlook copy them: where they really lead. */
function directAddresses(body: HTMLElement): void {
  for (const link of all(body, 'a[href]')) {
    const href = link.getAttribute('href') ?? ''
    const through =
      /^https:\/\/www\.google\.[a-z.]+\/url\?/i.test(href) ||
      /^https:\/\/[\w.]+\.safelinks\.protection\.outlook\.com\//i.test(href)
    if (!through) continue
    const { searchParams } = new URL(href)
    const real = searchParams.get('q') ?? searchParams.get('url')
    if (real && /^https?:\/\//i.test(real)) link.setAttribute('href', real)
  }
}

/** Spaces that other programs make hard to keep a layout; one between two words may be meant. */
function softenSpaces(body: HTMLElement): void {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.nodeValue?.includes('\u00a0') || node.parentElement?.closest('pre')) continue
    node.nodeValue = node.nodeValue.replace(/[ \t\n]*\u00a0[ \t\n\u00a0]*/g, (spaces, at, text) => {
      const inside = at > 0 && at + spaces.length < text.length
      return spaces === '\u00a0' && inside ? spaces : ' '
    })
  }
}

/** Makes plain blocks of what Word, Google Docs, mail programs and web pages copy. */
export function tidyHtml(body: HTMLElement): void {
  dropHidden(body)
  mendWordLists(body)
  mendCode(body)
  mendNestedLists(body)
  mendTables(body)
  dropImpliedStyles(body)
  directAddresses(body)
  softenSpaces(body)
  dropSpacers(body)
}
