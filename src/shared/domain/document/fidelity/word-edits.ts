import { Fragment, type Node, Slice } from 'prosemirror-model'
import { documentSchema } from '../schema.ts'

/** One word of one text block, exchanged for another. */
export interface WordEdit {
  /** The kind of the block in words, by what it stands in: `paragraph`, `list item`, `table cell` … */
  readonly kind: string
  readonly block: Node
  readonly edited: Node
}

const kinds: Readonly<Record<string, string>> = {
  listItem: 'list item',
  taskItem: 'list item',
  tableCell: 'table cell',
  tableHeader: 'table cell',
  details: 'accordion',
  card: 'card',
  blockquote: 'quote',
  definitionList: 'definition',
  footnoteDefinition: 'footnote',
}

const ownKind = ({ type }: Node) => (type.name === 'codeBlock' ? 'code' : type.name)

const word = /[\p{L}\p{N}]{2,}/gu
const replacements = ['zebra', 'Kiosk', 'été', 'winter', 'Q4']

interface Place {
  readonly kind: string
  readonly pos: number
  readonly block: Node
}

/** The text blocks of a node with words in them; `around` is the kind of the nearest telling container. */
function places(parent: Node, start: number, around: string | null): Place[] {
  const out: Place[] = []
  parent.forEach((node, offset) => {
    const pos = start + offset
    if (!node.isTextblock) out.push(...places(node, pos + 1, kinds[node.type.name] ?? around))
    else if (node.textContent.search(word) >= 0)
      out.push({ kind: around ?? ownKind(node), pos, block: node })
  })
  return out
}

/** Numbers that look random and are the same on every run. */
export type Pick = (below: number) => number

/** A picker whose numbers follow from a text, such as a page's path. */
export function seededBy(text: string): Pick {
  let state = 2166136261
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 16777619)
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 4294967296) * below)
  }
}

function wordsIn({ block, pos }: Place): { from: number; text: string }[] {
  const out: { from: number; text: string }[] = []
  block.descendants((node, at) => {
    for (const match of (node.text ?? '').matchAll(word))
      out.push({ from: pos + 1 + at + match.index, text: match[0] })
  })
  return out
}

function editAt(doc: Node, place: Place, pick: Pick): WordEdit | null {
  const words = wordsIn(place)
  const found = words[pick(words.length)]
  if (!found) return null
  const fresh = replacements[pick(replacements.length)] as string
  const text = fresh === found.text ? 'other' : fresh
  const marks = doc.resolve(found.from + 1).marks()
  const slice = new Slice(Fragment.from(documentSchema.text(text, marks)), 0, 0)
  const edited = doc.replace(found.from, found.from + found.text.length, slice)
  return { kind: place.kind, block: place.block, edited }
}

/** One word edit in a block of each kind that a page has, or in every block that has words. */
export function* wordEdits(doc: Node, pick: Pick, all: boolean): Generator<WordEdit> {
  const found = places(doc, 0, null)
  const chosen = new Map<string, Place[]>()
  for (const place of found) {
    const known = chosen.get(place.kind)
    if (known) known.push(place)
    else chosen.set(place.kind, [place])
  }
  const wanted = all ? found : [...chosen.values()].map((list) => list[pick(list.length)] as Place)
  for (const place of wanted) {
    const edit = editAt(doc, place, pick)
    if (edit) yield edit
  }
}
