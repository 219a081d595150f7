import { markOfTag, voidTags } from './tree.ts'

/** Longer bodies, and deeper ones, would make a page editor wait; no page written by people comes near. */
const mostCharacters = 3_000_000
const deepestElements = 1000
const deepestStyles = 300
const mostUnclosed = 1000

const optionalEnds = new Set(
  'p li dt dd tr td th tbody thead tfoot option optgroup rt rp rb rtc colgroup caption html body head'.split(
    ' ',
  ),
)

const tag = /<(\/?)([a-zA-Z][^\s/>]*)/g

/** How deep a body's elements nest, as far as its tags tell without reading it. */
function depthOf(body: string): { readonly elements: number; readonly styles: number } {
  const deepest = { elements: 0, styles: 0 }
  const now = { elements: 0, styles: 0 }
  for (const [, end, written = ''] of body.matchAll(tag)) {
    const name = written.toLowerCase()
    if (voidTags.has(name) || optionalEnds.has(name)) continue
    const kind = markOfTag.has(name) ? 'styles' : 'elements'
    now[kind] = Math.max(0, now[kind] + (end ? -1 : 1))
    deepest[kind] = Math.max(deepest[kind], now[kind])
  }
  return deepest
}

function count(text: string, part: string): number {
  let found = 0
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) found++
  return found
}

const isUnclosed = (body: string, [open, close]: readonly [string, string]) =>
  count(body, open) - count(body, close) > mostUnclosed

/** Why a body is shown as source only, in words; null where it can be edited as a page. Quick, whatever is in it. */
export function whyTooMuch(body: string): string | null {
  if (body.length > mostCharacters)
    return 'This page is too long for the page editor. It can be edited as source.'
  const { elements, styles } = depthOf(body)
  if (elements > deepestElements || styles > deepestStyles)
    return 'The code of this page is nested too deeply for the page editor. It can be edited as source.'
  const pairs = [
    ['{%', '%}'],
    ['{{', '}}'],
    ['<', '>'],
  ] as const
  if (pairs.some((pair) => isUnclosed(body, pair)))
    return 'This page holds code that is never closed. It can be edited as source.'
  return null
}
