import type { Node } from 'prosemirror-model'
import { container, filled } from './read-container.ts'
import { lineOf } from './read-lists.ts'
import {
  add,
  holdsOnly,
  make,
  noKids,
  onlyElements,
  placeOf,
  type Reader,
  rangeOf,
} from './reader.ts'
import {
  attributeOf,
  breaksLine,
  type Element,
  hasClass,
  isComment,
  isElement,
  partsOf,
  type TreeNode,
} from './tree.ts'

const isContent = (node: TreeNode | undefined): node is Element =>
  node !== undefined &&
  isElement(node) &&
  node.tagName === 'div' &&
  (attributeOf(node, 'data-type') === 'detailsContent' || hasClass(node, 'isomer-details-content'))

/** A summary is one line; a single heading in it is taken as its style. */
function isLine(summary: Element): boolean {
  const [only, ...more] = partsOf(summary)
  if (only && more.length === 0 && isElement(only)) return !only.childNodes.some(breaksLine)
  return !summary.childNodes.some(breaksLine)
}

/** Fold-out text, with Isomer's content element or with its blocks bare behind the summary; null for other shapes. */
export function readDetails(reader: Reader, element: Element): Node | null {
  const place = placeOf(element)
  const [summary, ...rest] = partsOf(element).filter((n) => !isComment(n))
  if (!summary || !isElement(summary) || summary.tagName !== 'summary' || !isLine(summary))
    return null
  const kids = noKids()
  add(kids, lineOf(reader, summary, 'detailsSummary'), rangeOf(summary))
  const [content] = rest
  if (rest.length === 1 && isContent(content)) {
    const node = container(reader, content, 'detailsContent', { bare: false })
    add(kids, node, rangeOf(content))
  } else addBare(reader, element, kids)
  return make(reader, { type: 'details', element, content: kids.kids, ref: { ...place, ...kids } })
}

function addBare(reader: Reader, element: Element, kids: ReturnType<typeof noKids>) {
  const from = kids.ranges[0]?.[1] ?? 0
  const behind = element.childNodes.filter((n) => (n.sourceCodeLocation?.startOffset ?? 0) >= from)
  const blocks = filled(reader, behind, { os: from, ce: placeOf(element).ce })
  const [s, e] = [blocks.ranges[0]?.[0] ?? from, blocks.ranges.at(-1)?.[1] ?? from]
  const node = make(reader, {
    type: 'detailsContent',
    attrs: { bare: true },
    content: blocks.kids,
    ref: { s, e, os: s, ce: e, ...blocks },
  })
  add(kids, node, [s, e])
}

/** An accordion: a group of fold-out texts; null where it holds anything else. */
export function readAccordion(reader: Reader, element: Element): Node | null {
  const hasShape = (item: Element) => {
    const [summary] = partsOf(item).filter((n) => !isComment(n))
    return summary && isElement(summary) && summary.tagName === 'summary' && isLine(summary)
  }
  if (!holdsOnly(element, /^details$/) || !onlyElements(element).every(hasShape)) return null
  const place = placeOf(element)
  const kids = noKids()
  for (const item of onlyElements(element)) add(kids, reader.block(item), rangeOf(item))
  return make(reader, {
    type: 'detailGroup',
    attrs: { colour: hasClass(element, 'isomer-accordion-gray') ? 'gray' : 'white' },
    element,
    content: kids.kids,
    ref: { ...place, ...kids },
  })
}
