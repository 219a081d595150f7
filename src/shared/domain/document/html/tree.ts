import type { DefaultTreeAdapterTypes } from 'parse5'
import type { MarkName } from '../schema.ts'

export type TreeNode = DefaultTreeAdapterTypes.ChildNode
export type Element = DefaultTreeAdapterTypes.Element
export type TextNode = DefaultTreeAdapterTypes.TextNode

const set = (names: string) => new Set(names.split(' '))

export const voidTags = set('area base br col embed hr img input link meta param source track wbr')
export const blockTags = set(
  'p h1 h2 h3 h4 h5 h6 ul ol li table thead tbody tfoot tr td th div details summary blockquote pre hr iframe section article aside header footer nav main hgroup search figure figcaption form fieldset legend dl dt dd address center dir menu listing xmp plaintext script style link meta title base colgroup col caption template noscript frameset frame marquee',
)
/** Things that stand in a line like a word, or alone like a block, and that the editor cannot look into. */
export const embeddedTags = set(
  'audio video object embed canvas map svg math button input select textarea meter progress output picture applet datalist',
)

const htmlMarkTags =
  'span font small big ins abbr acronym cite q kbd label tt samp var dfn bdo bdi time data nobr blink ruby rt rp rb rtc slot'

/** A map, for pages may hold a `<constructor>`. */
export const markOfTag: ReadonlyMap<string, MarkName> = new Map(
  Object.entries<MarkName>({
    strong: 'bold',
    b: 'bold',
    em: 'italic',
    i: 'italic',
    u: 'underline',
    s: 'strike',
    del: 'strike',
    strike: 'strike',
    code: 'code',
    sub: 'subscript',
    sup: 'superscript',
    mark: 'highlight',
    a: 'link',
    ...Object.fromEntries(htmlMarkTags.split(' ').map((tag) => [tag, 'htmlMark' as const])),
  }),
)

export const tagOfMark: Readonly<Record<MarkName, string>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
  subscript: 'sub',
  superscript: 'sup',
  highlight: 'mark',
  link: 'a',
  htmlMark: 'span',
}

export const isElement = (node: TreeNode): node is Element => 'tagName' in node
export const isText = (node: TreeNode): node is TextNode => node.nodeName === '#text'
export const isComment = (node: TreeNode): boolean => node.nodeName === '#comment'
/** HTML's white space, which is not all of Unicode's. */
export const isSpace = (text: string) => !/[^ \t\r\n\f]/.test(text)
export const isBlankText = (node: TreeNode) => isText(node) && isSpace(node.value)

/** An element that starts a new line by itself, or holds one that does. */
export function isBlockElement(node: TreeNode): node is Element {
  return isElement(node) && (blockTags.has(node.tagName) || holdsBlock(node, 0))
}

/** Block elements that take no room in the page. */
const unseen = /^(?:script|style|noscript|template)$/
/** Block elements that can stand in a line, locked. */
const lockedInLine = /^(?:iframe|script|style|noscript|template)$/

/** Whether a node cannot stand in a line of text. */
export const breaksLine = (node: TreeNode): boolean =>
  isBlockElement(node) && !lockedInLine.test(node.tagName)

const deepest = 40

function holdsBlock(element: Element, depth: number): boolean {
  if (!markOfTag.has(element.tagName) || depth > deepest) return false
  return element.childNodes.some(
    (n) =>
      isElement(n) &&
      ((blockTags.has(n.tagName) && !unseen.test(n.tagName)) || holdsBlock(n, depth + 1)),
  )
}

export function attributeOf(element: Element, name: string): string | null {
  return element.attrs.find((a) => a.name === name)?.value ?? null
}

export function hasClass(element: Element, name: string): boolean {
  return attributeOf(element, 'class')?.split(/\s+/).includes(name) ?? false
}

/** The children of an element but for white space. */
export const partsOf = (element: Element): TreeNode[] =>
  element.childNodes.filter((n) => !isBlankText(n))

/** The only child of an element, white space aside, if it has the tag; else null. */
export function onlyChild(element: Element, tag: string): Element | null {
  const [only, ...more] = partsOf(element)
  return only && more.length === 0 && isElement(only) && only.tagName === tag ? only : null
}
