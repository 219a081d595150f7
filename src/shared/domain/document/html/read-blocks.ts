import type { Node } from 'prosemirror-model'
import { labelOf } from './labels.ts'
import { readCards } from './read-cards.ts'
import { readAccordion, readDetails } from './read-details.ts'
import { readDefinitions, readList } from './read-lists.ts'
import { readCode, readMedia } from './read-media.ts'
import { readTable } from './read-table.ts'
import { leafRef, make, NotHeld, placeOf, type Reader, textRef } from './reader.ts'
import {
  attributeOf,
  breaksLine,
  type Element,
  hasClass,
  isElement,
  markOfTag,
  onlyChild,
  partsOf,
} from './tree.ts'

/** Elements that hold blocks and have no meaning of their own to the editor. */
const boxTags = new Set(
  'div section article aside header footer nav main hgroup search figure figcaption center address form fieldset legend dl dt dd ul ol li dir menu details summary blockquote p h1 h2 h3 h4 h5 h6 marquee'.split(
    ' ',
  ),
)

/** Any element that holds blocks, with its own tag and attributes. */
function readBox(reader: Reader, element: Element): Node {
  const place = placeOf(element)
  const kids = reader.blocks(element.childNodes, place)
  const attrs = { tag: element.tagName }
  return make(reader, {
    type: 'htmlBox',
    attrs,
    element,
    content: kids.kids,
    ref: { ...place, ...kids },
  })
}

const isAccordion = (element: Element) =>
  (attributeOf(element, 'data-type') === 'detailGroup' || hasClass(element, 'isomer-accordion')) &&
  partsOf(element).length > 0

/** The blocks that Isomer makes of a `<div>`; null for any other. */
function readKnownBox(reader: Reader, element: Element): Node | null {
  const picture = hasClass(element, 'isomer-image-wrapper') ? onlyChild(element, 'img') : null
  if (picture) return readMedia(reader, picture, element)
  const frame = hasClass(element, 'iframe-wrapper') ? onlyChild(element, 'iframe') : null
  if (frame) return readMedia(reader, frame, element)
  if (isAccordion(element)) return readAccordion(reader, element)
  return hasClass(element, 'isomer-card-grid') ? readCards(reader, element) : null
}

function readText(reader: Reader, element: Element): Node {
  const place = placeOf(element)
  const content = reader.inline(element.childNodes, place)
  const ref = textRef(place)
  if (element.tagName === 'p') return make(reader, { type: 'paragraph', element, content, ref })
  const attrs = { level: Number(element.tagName[1]) }
  return make(reader, { type: 'heading', attrs, element, content, ref })
}

function readQuote(reader: Reader, element: Element): Node | null {
  const place = placeOf(element)
  const kids = reader.blocks(element.childNodes, place)
  if (kids.kids.length === 0) return null
  return make(reader, {
    type: 'blockquote',
    element,
    content: kids.kids,
    ref: { ...place, ...kids },
  })
}

const readHeading = (reader: Reader, element: Element): Node | null => {
  const [only, ...more] = partsOf(element)
  const isLine = only && more.length === 0 && isElement(only) && !only.childNodes.some(breaksLine)
  return isLine || !element.childNodes.some(breaksLine) ? readText(reader, element) : null
}

const readLink = (reader: Reader, element: Element): Node | null => {
  const picture = onlyChild(element, 'img')
  return picture ? readMedia(reader, picture, element) : null
}

/** Readers by tag. They answer null where an element does not have its usual shape; it is then a box. */
const blockReaders: Readonly<Record<string, (reader: Reader, element: Element) => Node | null>> = {
  p: readText,
  h1: readHeading,
  h2: readHeading,
  h3: readHeading,
  h4: readHeading,
  h5: readHeading,
  h6: readHeading,
  ul: readList,
  ol: readList,
  dl: readDefinitions,
  table: readTable,
  details: readDetails,
  blockquote: readQuote,
  pre: readCode,
  div: readKnownBox,
  a: readLink,
  iframe: (reader, element) => readMedia(reader, element, null),
  hr: (reader, element) =>
    make(reader, { type: 'horizontalRule', element, ref: leafRef(placeOf(element)) }),
}

const deepest = 150

/** Reads an element as a block. */
export function readBlock(reader: Reader, element: Element): Node {
  if (reader.depth >= deepest) throw new NotHeld('Deeply nested code')
  reader.depth++
  try {
    const node = blockReaders[element.tagName]?.(reader, element) ?? null
    if (node) return node
    if (boxTags.has(element.tagName) || markOfTag.has(element.tagName))
      return readBox(reader, element)
    throw new NotHeld(labelOf(element.tagName))
  } finally {
    reader.depth--
  }
}
