import type { Node } from 'prosemirror-model'
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
  valueIn,
} from './reader.ts'
import { breaksLine, type Element, hasClass, onlyChild } from './tree.ts'

const roles = ['title', 'description', 'link']
const roleOf = (element: Element) => roles.find((role) => hasClass(element, `isomer-card-${role}`))
const anyTag = /^/
const parts = (element: Element) => (holdsOnly(element, anyTag) ? onlyElements(element) : [])

const isPicture = (element: Element) =>
  hasClass(element, 'isomer-image-wrapper')
    ? onlyChild(element, 'img') !== null
    : element.tagName === 'img'

const isImagePart = (element: Element) => {
  const [picture, ...more] = parts(element)
  return picture !== undefined && more.length === 0 && isPicture(picture)
}

const isBodyPart = (element: Element) => {
  const texts = parts(element)
  const fits = (text: Element) => roleOf(text) && !text.childNodes.some(breaksLine)
  return texts.length > 0 && texts.every(fits)
}

const isCard = (element: Element) =>
  hasClass(element, 'isomer-card') &&
  parts(element).length > 0 &&
  parts(element).every((part) =>
    hasClass(part, 'isomer-card-image')
      ? isImagePart(part)
      : hasClass(part, 'isomer-card-body') && isBodyPart(part),
  )

function readPart(reader: Reader, element: Element): Node {
  const place = placeOf(element)
  const kids = noKids()
  const isImage = hasClass(element, 'isomer-card-image')
  for (const child of onlyElements(element)) {
    const node = isImage
      ? readPicture(reader, child)
      : lineOf(reader, child, 'cardText', { role: roleOf(child) })
    add(kids, node, rangeOf(child))
  }
  const type = isImage ? 'cardImage' : 'cardBody'
  return make(reader, { type, element, content: kids.kids, ref: { ...place, ...kids } })
}

function readPicture(reader: Reader, element: Element): Node {
  return reader.block(element)
}

function readCard(reader: Reader, element: Element): Node {
  const kids = noKids()
  for (const part of onlyElements(element)) add(kids, readPart(reader, part), rangeOf(part))
  const attrs = { href: element.tagName === 'a' ? valueIn(reader, element, 'href') : null }
  const ref = { ...placeOf(element), ...kids }
  return make(reader, { type: 'card', attrs, element, content: kids.kids, ref })
}

/** A grid of cards; null where one of them does not have the usual parts. */
export function readCards(reader: Reader, element: Element): Node | null {
  const cards = parts(element)
  if (cards.length === 0 || !cards.every(isCard)) return null
  const place = placeOf(element)
  const kids = noKids()
  for (const card of cards) add(kids, readCard(reader, card), rangeOf(card))
  return make(reader, { type: 'cards', element, content: kids.kids, ref: { ...place, ...kids } })
}
