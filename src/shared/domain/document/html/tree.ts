import type { DefaultTreeAdapterTypes } from 'parse5'
import type { MarkName } from '../schema.ts'

export type TreeNode = DefaultTreeAdapterTypes.ChildNode
export type Element = DefaultTreeAdapterTypes.Element
export type TextNode = DefaultTreeAdapterTypes.TextNode

const set = (names: string) => new Set(names.split(' '))

export const voidTags = set('area base br col embed hr img input link meta param source track wbr')
export const blockTags = set(
  'p h1 h2 h3 h4 h5 h6 ul ol li table thead tbody tfoot tr td th div details summary blockquote pre hr iframe section article aside header footer nav main figure figcaption form fieldset legend dl dt dd address center video audio object script style colgroup col caption template noscript select textarea button svg math',
)
/** Elements that hold blocks and have no meaning of their own to the editor. */
export const boxTags = set(
  'div section article aside header footer nav main figure figcaption center address form fieldset dl dt dd',
)
/** Parts of a table that stand between its rows and are kept as they are. */
export const tableFrameTags = set('tbody thead tfoot colgroup col')

export const markOfTag: Readonly<Record<string, MarkName>> = {
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
  span: 'htmlMark',
  font: 'htmlMark',
  small: 'htmlMark',
  big: 'htmlMark',
  ins: 'htmlMark',
  abbr: 'htmlMark',
  cite: 'htmlMark',
  q: 'htmlMark',
  kbd: 'htmlMark',
  label: 'htmlMark',
  tt: 'htmlMark',
  samp: 'htmlMark',
  var: 'htmlMark',
  dfn: 'htmlMark',
  bdo: 'htmlMark',
  bdi: 'htmlMark',
  time: 'htmlMark',
}

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
/** HTML's white space, which is not all of Unicode's. */
export const isSpace = (text: string) => !/[^ \t\r\n\f]/.test(text)
export const isBlankText = (node: TreeNode) => isText(node) && isSpace(node.value)

export function attributeOf(element: Element, name: string): string | null {
  return element.attrs.find((a) => a.name === name)?.value ?? null
}

export function hasClass(element: Element, name: string): boolean {
  return attributeOf(element, 'class')?.split(/\s+/).includes(name) ?? false
}
