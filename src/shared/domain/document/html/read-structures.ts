import type { Node } from 'prosemirror-model'
import { unmask } from '../mask.ts'
import { documentSchema, type NodeName } from '../schema.ts'
import { bagOf } from './bag.ts'
import { pictureAttrs } from './read-inline.ts'
import {
  add,
  checkNesting,
  type Kids,
  make,
  NotHeld,
  noKids,
  onlyElements,
  placeOf,
  type Reader,
  rangeOf,
} from './reader.ts'
import {
  attributeOf,
  type Element,
  hasClass,
  isBlankText,
  isElement,
  isText,
  tableFrameTags,
} from './tree.ts'

const value = (reader: Reader, element: Element, name: string) => {
  const raw = attributeOf(element, name)
  return raw === null ? null : unmask(raw, reader.masked.pieces)
}

/** A list item, cell or content part: blocks, with an empty paragraph where the source has nothing. */
function filled(
  reader: Reader,
  element: Element,
): { place: ReturnType<typeof placeOf>; kids: Kids } {
  const place = placeOf(element)
  const kids = reader.blocks(element.childNodes, place)
  if (kids.kids.length === 0) {
    const ref = {
      s: place.os,
      e: place.os,
      os: place.os,
      ce: place.os,
      kids: [],
      ranges: [],
      text: true,
      implicit: true,
    }
    const empty = documentSchema.nodes.paragraph.create()
    reader.refs.set(empty, ref)
    add(kids, empty, [place.os, place.os])
  }
  return { place, kids }
}

function container(reader: Reader, element: Element, type: NodeName, attrs = {}): Node {
  const { place, kids } = filled(reader, element)
  return make(reader, { type, attrs, element, content: kids.kids, ref: { ...place, ...kids } })
}

export function readList(reader: Reader, element: Element): Node {
  const place = placeOf(element)
  const kids = noKids()
  for (const item of onlyElements(element)) {
    if (item.tagName !== 'li') throw new NotHeld('List with loose parts')
    add(kids, container(reader, item, 'listItem'), rangeOf(item))
  }
  const ref = { ...place, ...kids }
  if (element.tagName === 'ul')
    return make(reader, { type: 'bulletList', element, content: kids.kids, ref })
  const start = Number.parseInt(attributeOf(element, 'start') ?? '1', 10)
  return make(reader, {
    type: 'orderedList',
    attrs: { start: Number.isNaN(start) ? 1 : start },
    element,
    content: kids.kids,
    ref,
  })
}

const span = (element: Element, name: string) =>
  Number.parseInt(attributeOf(element, name) ?? '1', 10) || 1

function readRow(reader: Reader, row: Element): Node {
  const place = placeOf(row)
  const kids = noKids()
  for (const cell of onlyElements(row)) {
    if (cell.tagName !== 'td' && cell.tagName !== 'th') throw new NotHeld('Table with loose parts')
    const attrs = { colspan: span(cell, 'colspan'), rowspan: span(cell, 'rowspan') }
    add(
      kids,
      container(reader, cell, cell.tagName === 'td' ? 'tableCell' : 'tableHeader', attrs),
      rangeOf(cell),
    )
  }
  return make(reader, {
    type: 'tableRow',
    element: row,
    content: kids.kids,
    ref: { ...place, ...kids },
  })
}

export function readTable(reader: Reader, element: Element): Node {
  const place = placeOf(element)
  const kids = noKids()
  const walk = (parent: Element) => {
    for (const child of onlyElements(parent)) {
      if (child.tagName === 'tr') add(kids, readRow(reader, child), rangeOf(child))
      else if (/^(tbody|thead|tfoot)$/.test(child.tagName)) walk(child)
      else if (!tableFrameTags.has(child.tagName)) throw new NotHeld('Table with a caption')
    }
  }
  walk(element)
  return make(reader, { type: 'table', element, content: kids.kids, ref: { ...place, ...kids } })
}

/** `<details>` with Isomer's content element, or with its blocks bare behind the summary. */
export function readDetails(reader: Reader, element: Element): Node {
  const place = placeOf(element)
  const [first, ...rest] = element.childNodes.filter((n) => !isBlankText(n))
  if (!first || !isElement(first) || first.tagName !== 'summary') throw new NotHeld('Fold-out text')
  const kids = noKids()
  const summaryPlace = placeOf(first)
  const summary = make(reader, {
    type: 'detailsSummary',
    element: first,
    content: reader.inline(first.childNodes),
    ref: { ...summaryPlace, kids: [], ranges: [], text: true },
  })
  add(kids, summary, rangeOf(first))
  const [content] = rest
  const isContent =
    rest.length === 1 &&
    content &&
    isElement(content) &&
    attributeOf(content, 'data-type') === 'detailsContent'
  if (isContent)
    add(kids, container(reader, content, 'detailsContent', { bare: false }), rangeOf(content))
  else {
    const inside = { os: summaryPlace.e, ce: place.ce }
    const blocks = reader.blocks(rest, inside)
    const [s, e] = [blocks.ranges[0]?.[0] ?? inside.os, blocks.ranges.at(-1)?.[1] ?? inside.os]
    if (blocks.kids.length === 0) throw new NotHeld('Fold-out text')
    const bare = make(reader, {
      type: 'detailsContent',
      attrs: { bare: true },
      content: blocks.kids,
      ref: { s, e, os: s, ce: e, ...blocks },
    })
    add(kids, bare, [s, e])
  }
  return make(reader, { type: 'details', element, content: kids.kids, ref: { ...place, ...kids } })
}

export function readAccordion(reader: Reader, element: Element): Node {
  const place = placeOf(element)
  const kids = noKids()
  for (const item of onlyElements(element)) {
    if (item.tagName !== 'details') throw new NotHeld('Accordion with loose parts')
    add(kids, reader.block(item), rangeOf(item))
  }
  const attrs = { colour: hasClass(element, 'isomer-accordion-gray') ? 'gray' : 'white' }
  return make(reader, {
    type: 'detailGroup',
    attrs,
    element,
    content: kids.kids,
    ref: { ...place, ...kids },
  })
}

function readCardText(reader: Reader, element: Element): Node {
  const place = placeOf(element)
  checkNesting(element.childNodes, place.os, place.ce)
  const role = ['title', 'description', 'link'].find((name) =>
    hasClass(element, `isomer-card-${name}`),
  )
  if (!role) throw new NotHeld('Card with other parts')
  return make(reader, {
    type: 'cardText',
    attrs: { role },
    element,
    content: reader.inline(element.childNodes),
    ref: { ...place, kids: [], ranges: [], text: true },
  })
}

function readCardPart(reader: Reader, element: Element): Node {
  const place = placeOf(element)
  const kids = noKids()
  const isImage = hasClass(element, 'isomer-card-image')
  if (!isImage && !hasClass(element, 'isomer-card-body')) throw new NotHeld('Card with other parts')
  for (const child of onlyElements(element))
    add(kids, isImage ? reader.block(child) : readCardText(reader, child), rangeOf(child))
  return make(reader, {
    type: isImage ? 'cardImage' : 'cardBody',
    element,
    content: kids.kids,
    ref: { ...place, ...kids },
  })
}

export function readCards(reader: Reader, element: Element): Node {
  const place = placeOf(element)
  const cards = noKids()
  for (const card of onlyElements(element)) {
    if (!hasClass(card, 'isomer-card')) throw new NotHeld('Cards with other parts')
    const inside = noKids()
    for (const part of onlyElements(card)) add(inside, readCardPart(reader, part), rangeOf(part))
    const attrs = { href: card.tagName === 'a' ? value(reader, card, 'href') : null }
    const node = make(reader, {
      type: 'card',
      attrs,
      element: card,
      content: inside.kids,
      ref: { ...placeOf(card), ...inside },
    })
    add(cards, node, rangeOf(card))
  }
  return make(reader, { type: 'cards', element, content: cards.kids, ref: { ...place, ...cards } })
}

/** A picture or frame, alone or as the only thing in its wrapper. */
export function readMedia(reader: Reader, element: Element, wrapper: Element | null): Node {
  const place = placeOf(wrapper ?? element)
  const wrap = wrapper ? bagOf(wrapper, reader.masked.pieces) : null
  const ref = { ...place, os: place.s, ce: place.e, kids: [], ranges: [] }
  const picture = pictureAttrs(reader, element)
  if (element.tagName === 'img') {
    const href = wrapper?.tagName === 'a' ? value(reader, wrapper, 'href') : null
    return make(reader, { type: 'image', attrs: { ...picture, href, wrap }, element, ref })
  }
  const { src, title } = picture
  return make(reader, { type: 'iframe', attrs: { src, title, wrap }, element, ref })
}

export function readCode(reader: Reader, element: Element): Node {
  const [only] = element.childNodes
  const code =
    element.childNodes.length === 1 && only && isElement(only) && only.tagName === 'code'
      ? only
      : null
  const holder = code ?? element
  if (holder.childNodes.some((n) => !isText(n))) throw new NotHeld('Code with marks in it')
  const place = placeOf(element)
  const inside = placeOf(holder)
  const text = holder.childNodes
    .map((n) => (isText(n) ? unmask(n.value, reader.masked.pieces) : ''))
    .join('')
  const language = /(?:^|\s)language-(\S+)/.exec(attributeOf(holder, 'class') ?? '')?.[1] ?? null
  const os =
    inside.os +
    (/^\r?\n/.exec(reader.src.slice(inside.os, inside.os + 2))?.[0].length ?? 0) * (code ? 0 : 1)
  if (code?.attrs.some((a) => a.name !== 'class')) throw new NotHeld('Code with marks in it')
  return make(reader, {
    type: 'codeBlock',
    attrs: { language },
    element,
    content: text === '' ? [] : [documentSchema.text(text)],
    ref: { ...place, os, ce: Math.max(os, inside.ce), kids: [], ranges: [], text: true },
  })
}
