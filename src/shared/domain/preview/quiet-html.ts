import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5'
import { isHeavyDrawing } from '../assets/drawing-cost.ts'
import { placeId } from './place-id.ts'

type Parent = DefaultTreeAdapterTypes.ParentNode
type Child = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

export interface QuietOptions {
  /** Where the app shows a file that the page mentions; null for other hosts. */
  readonly mediaUrl: (src: string) => string | null
  /** The top-level element that gets the id `here`, counted among all; null for none. */
  readonly place: number | null
}

const dropped = new Set(['script', 'base', 'meta', 'link', 'object', 'embed', 'applet', 'title'])
const frames = new Set(['iframe', 'frame', 'frameset', 'portal'])
const isElement = (node: Child): node is Element => 'tagName' in node

const text = (value: string, parentNode: Parent): Child =>
  ({ nodeName: '#text', value, parentNode }) as DefaultTreeAdapterTypes.TextNode

function hostOf(address: string): string {
  return /^(?:https?:)?\/\/([^/?#]+)/i.exec(address.trim())?.[1] ?? ''
}

/** A box that says what stands there on the site. */
function note(element: Element, words: string): Element {
  const attrs = [{ name: 'class', value: 'galley-note' }]
  const made = { ...element, nodeName: 'span', tagName: 'span', attrs } as Element
  made.childNodes = [text(words, made)]
  return made
}

const attribute = (element: Element, name: string) =>
  element.attrs.find((own) => own.name === name)?.value

function quietImage(element: Element, options: QuietOptions): Element {
  const src = attribute(element, 'src') ?? ''
  if (src.startsWith('data:image/')) return element
  const shown = options.mediaUrl(src)
  if (shown === null) return note(element, `Picture from ${hostOf(src) || 'another place'}`)
  element.attrs = element.attrs
    .filter(({ name }) => name !== 'srcset')
    .map((own) => (own.name === 'src' ? { ...own, value: shown } : own))
  return element
}

/** Links say where they lead and lead nowhere; nothing sends, starts or fetches. */
function quietAttributes(element: Element): void {
  element.attrs = element.attrs.flatMap((own) => {
    const name = own.name.toLowerCase()
    if (name.startsWith('on') || ['srcdoc', 'action', 'formaction', 'ping'].includes(name))
      return []
    if (name === 'href' && element.tagName !== 'image')
      return [
        { name: 'data-href', value: own.value },
        { name: 'title', value: own.value },
      ]
    return [own]
  })
}

/** `isHeavy`: its drawings come to more than a window can draw. */
type Quieting = QuietOptions & { readonly isHeavy: boolean }

function quietChild(child: Child, options: Quieting): Child | null {
  if (!isElement(child)) return child
  if (dropped.has(child.tagName)) return null
  if (child.tagName === 'svg' && options.isHeavy)
    return note(child, 'Drawing, too big to show here')
  if (frames.has(child.tagName)) {
    const host = hostOf(attribute(child, 'src') ?? '')
    return note(child, host ? `Frame from ${host}, shown on the site` : 'Frame, shown on the site')
  }
  quietAttributes(child)
  if (child.tagName === 'img') return quietImage(child, options)
  quieten(child, options)
  // A template outside of HTML has no content of its own.
  if ('content' in child) quieten((child as DefaultTreeAdapterTypes.Template).content, options)
  return child
}

function quieten(parent: Parent, options: Quieting): void {
  parent.childNodes = parent.childNodes.flatMap((child) => quietChild(child, options) ?? [])
}

/** Where the address of the site's own root stands in for a path. */
const siteVariable = /\{\{\s*site\.(?:baseurl|url)\s*\}\}/g

/**
 * A page's HTML as it can be looked at: no script, frame, form or link does anything, pictures of the site have the
 * app's addresses. Never throws; parse5 reads all there is.
 */
export function quietHtml(html: string, options: QuietOptions): string {
  const tree = parseFragment(html.replace(siteVariable, ''))
  quieten(tree, { ...options, isHeavy: /<svg/i.test(html) && isHeavyDrawing(html) })
  const blocks = tree.childNodes.filter(isElement)
  const here =
    options.place === null ? undefined : blocks[Math.min(options.place, blocks.length - 1)]
  if (here && options.place !== 0)
    here.attrs = [...here.attrs.filter(({ name }) => name !== 'id'), { name: 'id', value: placeId }]
  return serialize(tree)
}
