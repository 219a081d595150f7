import type { Mark, Node } from 'prosemirror-model'
import type { MarkName } from '../schema.ts'
import { attributeIn, type Bag, withAttribute } from './bag.ts'
import { tagOfMark } from './tree.ts'

/*
 * The start tag a node is written with: the source's own tag and attributes where there are any, else the form in
 * which Isomer saves a new block (docs of Isomer's editor, attributes in saved order).
 */

const plain = (tag: string, ...attrs: [string, string][]): Bag => ({ tag, attrs })
const tight: [string, string][] = [
  ['data-tight', 'true'],
  ['class', 'tight'],
]

const text = (value: unknown) => (value === null || value === undefined ? null : String(value))

/** The number a list's attribute says it starts with. */
export function startOf(written: string | null): number {
  const start = Number.parseInt(written ?? '1', 10)
  return Number.isNaN(start) ? 1 : start
}

/** Sets a list's start unless it says the same already (`"1"` and absence are the same). */
function withNumber(bag: Bag, name: string, value: number): Bag {
  return startOf(attributeIn(bag, name)) === value
    ? bag
    : withAttribute(bag, name, value === 1 ? null : String(value))
}

const columnsOf = (table: Node) => {
  let columns = 0
  table.firstChild?.forEach((cell) => {
    columns += Number(cell.attrs.colspan)
  })
  return Math.max(columns, 1)
}

/** How many columns or rows a cell's attribute says it covers. */
export const spanOf = (written: string | null): number =>
  Math.min(Math.max(Number.parseInt(written ?? '1', 10) || 1, 1), 1000)

const cellDefaults = plain('td', ['rowspan', '1'], ['colspan', '1'])

function cellTag(node: Node, tag: string): Bag {
  let bag: Bag = node.attrs.bag ?? { ...cellDefaults, tag }
  bag = { ...bag, tag }
  for (const name of ['colspan', 'rowspan'])
    bag =
      spanOf(attributeIn(bag, name)) === node.attrs[name]
        ? bag
        : withAttribute(bag, name, String(node.attrs[name]))
  return bag
}

function groupTag(node: Node): Bag {
  const colour = String(node.attrs.colour)
  const bag: Bag =
    node.attrs.bag ??
    plain(
      'div',
      ['data-type', 'detailGroup'],
      ['class', `isomer-accordion isomer-accordion-${colour}`],
    )
  const classes = attributeIn(bag, 'class') ?? ''
  const written = classes.includes('isomer-accordion-gray') ? 'gray' : 'white'
  if (written === colour) return bag
  return withAttribute(
    bag,
    'class',
    classes.replace(`isomer-accordion-${written}`, `isomer-accordion-${colour}`),
  )
}

function cardTag(node: Node): Bag {
  const href = text(node.attrs.href)
  const bag: Bag = node.attrs.bag ?? plain('div', ['class', 'isomer-card'])
  if (href === null)
    return {
      tag: 'div',
      attrs: bag.attrs.filter(([name]) => bag.tag === 'div' || name === 'class'),
    }
  if (bag.tag === 'a') return withAttribute(bag, 'href', href)
  return plain(
    'a',
    ['rel', 'noopener noreferrer nofollow'],
    ['href', href],
    ...bag.attrs.map(([k, v]): [string, string] => [k, v]),
  )
}

type Writer = (node: Node) => Bag
/** Its own attributes, but the tag of its kind: a node may have been of another kind before. */
const own =
  (fresh: Bag): Writer =>
  (node) => {
    const bag: Bag | null = node.attrs.bag
    return !bag ? fresh : bag.tag === fresh.tag ? bag : { ...bag, tag: fresh.tag }
  }
/** Its own tag, too. */
const any =
  (fresh: Bag): Writer =>
  (node) =>
    node.attrs.bag ?? fresh

/** A list made from one of the other kind keeps no attributes of that kind. */
function listTag(node: Node, tag: string, ...first: [string, string][]): Bag {
  const bag: Bag | null = node.attrs.bag
  return bag?.tag === tag ? bag : plain(tag, ...first, ...tight)
}

function orderedListTag(node: Node): Bag {
  const start = Number(node.attrs.start)
  const first: [string, string][] = start === 1 ? [] : [['start', String(start)]]
  return withNumber(listTag(node, 'ol', ...first), 'start', start)
}

function codeTag(node: Node): Bag {
  const language = text(node.attrs.language)
  const bag: Bag | null = node.attrs.bag
  const name = language === null ? null : `language-${language}`
  if (bag?.tag !== 'pre')
    return { ...plain('pre'), inner: plain('code', ...(name ? [classOf(name)] : [])) }
  const written = /^language-\S+$/.exec(attributeIn(bag.inner ?? plain('code'), 'class') ?? '')?.[0]
  if ((written ?? null) === name) return bag
  return { ...bag, inner: withAttribute(bag.inner ?? plain('code'), 'class', name) }
}

const classOf = (name: string): [string, string] => ['class', name]

const writers: Readonly<Record<string, Writer>> = {
  paragraph: own(plain('p')),
  heading: (node) => ({ ...(node.attrs.bag ?? plain('')), tag: `h${node.attrs.level}` }),
  bulletList: (node) => listTag(node, 'ul'),
  orderedList: orderedListTag,
  listItem: own(plain('li')),
  taskList: own(plain('ul', ['data-type', 'taskList'])),
  taskItem: (node) =>
    withAttribute(
      node.attrs.bag ?? plain('li', ['data-type', 'taskItem']),
      'data-checked',
      String(node.attrs.checked),
    ),
  blockquote: own(plain('blockquote')),
  horizontalRule: own(plain('hr')),
  table: (node) =>
    node.attrs.bag ?? plain('table', ['style', `minWidth: ${25 * columnsOf(node)}px`]),
  tableRow: own(plain('tr')),
  tableCell: (node) => cellTag(node, 'td'),
  tableHeader: (node) => cellTag(node, 'th'),
  detailGroup: groupTag,
  details: own(plain('details', ['class', 'isomer-details'])),
  detailsSummary: own(plain('summary')),
  detailsContent: any(
    plain('div', ['data-type', 'detailsContent'], ['class', 'isomer-details-content']),
  ),
  cards: any(plain('div', ['class', 'isomer-card-grid'])),
  card: cardTag,
  cardImage: any(plain('div', ['class', 'isomer-card-image'])),
  cardBody: any(plain('div', ['class', 'isomer-card-body'])),
  cardText: (node) => node.attrs.bag ?? plain('div', ['class', `isomer-card-${node.attrs.role}`]),
  definitionList: own(plain('dl')),
  definitionTerm: own(plain('dt')),
  definitionDescription: own(plain('dd')),
  htmlBox: (node) => node.attrs.bag ?? plain(String(node.attrs.tag)),
  codeBlock: codeTag,
  hardBreak: own(plain('br')),
}

/** The tag and attributes a block or line break is written with. */
export function tagOfNode(node: Node): Bag {
  return writers[node.type.name]?.(node) ?? node.attrs.bag ?? plain('div')
}

/** The tag and attributes a picture is written with; new ones in the form Isomer saves. */
export function pictureTag(node: Node): Bag {
  const width = text(node.attrs.width)
  let bag: Bag =
    node.attrs.bag ?? plain('img', ['style', 'width: 100%'], ['height', 'auto'], ['width', '100%'])
  for (const name of ['title', 'alt', 'src'])
    if (attributeIn(bag, name) !== text(node.attrs[name]))
      bag = withAttribute(bag, name, text(node.attrs[name]))
  if (width !== null && width !== widthIn(bag))
    bag = withAttribute(bag, 'style', `width: ${width};`)
  return bag
}

/** The displayed width of a picture as its style says, such as `60%`; null where it says none. */
export function widthIn(bag: Bag): string | null {
  return /(?:^|;)\s*width:\s*([\d.]+%)/.exec(attributeIn(bag, 'style') ?? '')?.[1] ?? null
}

/** The tag and attributes a frame is written with. */
export function frameTag(node: Node): Bag {
  const bag: Bag =
    node.attrs.bag ??
    plain(
      'iframe',
      ['height', '315'],
      ['width', '560'],
      ['allowfullscreen', 'true'],
      ['frameborder', '0'],
    )
  let out = bag
  for (const name of ['title', 'src'])
    if (attributeIn(out, name) !== text(node.attrs[name]))
      out = withAttribute(out, name, text(node.attrs[name]))
  return out
}

const newWrapper = (tag: string, name: string) => plain(tag, ['class', name])

/** The element around a picture or frame, null for none. */
export function wrapperTag(node: Node): Bag | null {
  const wrap = node.attrs.wrap as Bag | null
  if (node.type.name === 'iframe')
    return wrap ?? (node.attrs.bag ? null : newWrapper('div', 'iframe-wrapper'))
  const href = text(node.attrs.href)
  if (href !== null) {
    if (wrap?.tag === 'a') return withAttribute(wrap, 'href', href)
    return plain('a', ['class', 'isomer-image-wrapper'], ['href', href])
  }
  if (wrap?.tag === 'a' || (!wrap && !node.attrs.bag))
    return newWrapper('div', 'isomer-image-wrapper')
  return wrap
}

// In the order in which Isomer saves them.
const linkNames = ['href', 'title', 'rel', 'target'] as const

/** The tag and attributes a mark is written with. */
export function tagOfMarkUse(mark: Mark): Bag {
  const name = mark.type.name as MarkName
  let bag: Bag =
    mark.attrs.bag ?? plain(name === 'htmlMark' ? String(mark.attrs.tag) : tagOfMark[name])
  if (name === 'link')
    for (const key of linkNames)
      if (attributeIn(bag, key) !== text(mark.attrs[key]))
        bag = withAttribute(bag, key, text(mark.attrs[key]))
  return bag
}

/** The marks an inline node is written with: a link cannot go around an anchor, as links do not nest. */
export function marksWritten(node: Node): readonly Mark[] {
  const isAnchor = node.type.name === 'opaqueInline' && /^<a[\s>]/i.test(node.attrs.source)
  return isAnchor ? node.marks.filter((mark) => mark.type.name !== 'link') : node.marks
}
