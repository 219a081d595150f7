import { type DataMember, type DataNode, dataAt } from './data-tree.ts'
import type { FormValue, KeyPath } from './form-value.ts'
import { dataOf, type FrontData } from './front-format.ts'
import { insertListed, type Listed, movePiece, removeListed, type Span } from './pieces.ts'

type Data = Extract<FrontData, { kind: 'data' }>

function opened(front: string): Data {
  const data = dataOf(front)
  if (data.kind === 'refused') throw new Error(data.reason)
  return data
}

const isDate = (value: FormValue) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)

/** A value in TOML's or JSON's words; `old` is the text it replaces or stands beside, whose quotes it takes. */
function written(value: FormValue, data: Data, old: string | null): string {
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return numberText(value, data.format, old)
  if (data.format === 'json') return value === null ? 'null' : JSON.stringify(value)
  if (value === null) return '""'
  if (isDate(value) && old !== null && /^\d{4}-\d{2}-\d{2}$/.test(old)) return value
  const isLiteral = old !== null && /^'(?!'')/.test(old) && /^[^'\p{Cc}]*$/u.test(value)
  return isLiteral ? `'${value}'` : quoted(value)
}

/** TOML knows JSON's escapes, and demands one for the delete character, too. */
const quoted = (text: string) => JSON.stringify(text).replace(/\u007f/g, '\\u007f')

function numberText(value: number, format: Data['format'], old: string | null): string {
  if (!Number.isFinite(value)) throw new Error('not a number that a page can hold')
  const isFloat = format === 'toml' && old !== null && /^[+-]?\d[\d_]*\.\d/.test(old)
  const isWhole = Number.isInteger(value) && /^-?\d+$/.test(String(value))
  // TOML's whole numbers have 64 bits; larger ones are fractions.
  const isLong = format === 'toml' && !Number.isSafeInteger(value)
  return isWhole && (isFloat || isLong) ? `${value}.0` : String(value)
}

const replaced = (text: string, [s, e]: Span, by: string) => text.slice(0, s) + by + text.slice(e)

function nodeIn(data: Data, path: KeyPath): DataNode {
  const node = dataAt(data.tree, path)
  if (!node) throw new Error(`no key ${path.join('.')}`)
  return node
}

/** Sets one value of TOML or JSON front matter. */
export function setDataValue(front: string, path: KeyPath, value: FormValue): string {
  const data = opened(front)
  const { kind, span } = nodeIn(data, path)
  if (kind === 'map' || kind === 'list') throw new Error('not a single value')
  return replaced(front, span, written(value, data, front.slice(...span)))
}

const keyText = (key: string, { format }: Data) =>
  format === 'toml' && /^[\w-]+$/.test(key) ? key : quoted(key)

/** The top-level keys that stand one behind another; TOML's tables are not among them. */
const ownMembers = ({ tree, format }: Data): readonly DataMember[] =>
  format === 'json'
    ? tree.members
    : tree.members.filter(
        ({ span }) => span[1] <= tree.inside[1] && span[0] < span[1] && span[0] < tree.inside[1],
      )

const eolIn = (text: string) => (text.includes('\r\n') ? '\r\n' : '\n')

/** The lines a TOML key takes, with its comment. */
function linesOf(text: string, { span }: DataMember): Span {
  const start = text.lastIndexOf('\n', span[0] - 1) + 1
  const next = text.indexOf('\n', span[1])
  return [start, next < 0 ? text.length : next + 1]
}

/** Adds a key behind the others of the top level. */
export function addDataKey(front: string, key: string, value: FormValue): string {
  const data = opened(front)
  if (data.tree.members.some((member) => member.key === key)) throw new Error(`${key} is taken`)
  const members = ownMembers(data)
  const last = members.at(-1)
  const near = last ? front.slice(...last.node.span) : null
  const text = written(value, data, near)
  if (data.format === 'json') {
    const colon = last ? front.slice(last.keySpan[1], last.node.span[0]) : ': '
    const listed = { inside: data.tree.inside, spans: members.map(({ span }) => span) }
    return insertListed(front, listed, [members.length, keyText(key, data) + colon + text])
  }
  const equals = last ? front.slice(last.keySpan[1], last.node.span[0]) : ' = '
  const open = /^\uFEFF?\+\+\+[ \t]*\r?\n/.exec(front)?.[0].length ?? 0
  const at = last ? linesOf(front, last)[1] : open
  const line = keyText(key, data) + (equals.trim() === '=' ? ' = ' : equals) + text
  return replaced(front, [at, at], line + eolIn(front))
}

const indexOf = (members: readonly DataMember[], key: string) => {
  const index = members.findLastIndex((member) => member.key === key)
  if (index < 0) throw new Error(`no key ${key}`)
  return index
}

/** Removes a top-level key. */
export function removeDataKey(front: string, key: string): string {
  const data = opened(front)
  const members = ownMembers(data)
  const index = indexOf(members, key)
  if (data.format === 'json')
    return removeListed(
      front,
      members.map(({ span }) => span),
      index,
    )
  return replaced(front, linesOf(front, members[index] as DataMember), '')
}

/** Renames a top-level key. */
export function renameDataKey(front: string, key: string, name: string): string {
  const data = opened(front)
  if (data.tree.members.some((member) => member.key === name)) throw new Error(`${name} is taken`)
  const members = ownMembers(data)
  const { keySpan } = members[indexOf(members, key)] as DataMember
  return replaced(front, keySpan, keyText(name, data))
}

/** Moves a top-level key to another place among them. */
export function moveDataKey(front: string, key: string, to: number): string {
  const data = opened(front)
  const members = ownMembers(data)
  const spans = members.map((member) =>
    data.format === 'json' ? member.span : linesOf(front, member),
  )
  return movePiece(front, spans, [indexOf(members, key), to])
}

function listAt(data: Data, path: KeyPath): DataNode & { readonly listed: Listed } {
  const node = nodeIn(data, path)
  if (node.kind !== 'list') throw new Error('not a list')
  const inside: Span = [node.span[0] + 1, node.span[1] - 1]
  return { ...node, listed: { inside, spans: node.items.map(({ span }) => span) } }
}

/** Puts an item into a list, before the one at `index`. */
export function addDataItem(
  front: string,
  path: KeyPath,
  [index, value]: readonly [number, FormValue],
): string {
  const data = opened(front)
  const { items, listed } = listAt(data, path)
  const near = items[index] ?? items.at(-1)
  const text = written(value, data, near ? front.slice(...near.span) : null)
  return insertListed(front, listed, [index, text])
}

/** Takes an item out of a list. */
export function removeDataItem(front: string, path: KeyPath, index: number): string {
  const { listed } = listAt(opened(front), path)
  return removeListed(front, listed.spans, index)
}

/** Puts a copy of an item, as it is written, behind it. */
export function copyDataItem(front: string, path: KeyPath, index: number): string {
  const { listed } = listAt(opened(front), path)
  const span = listed.spans[index]
  if (!span) throw new Error('no such item')
  return insertListed(front, listed, [index + 1, front.slice(...span)])
}

/** Moves an item of a list. */
export function moveDataItem(front: string, path: KeyPath, move: Span): string {
  const { listed } = listAt(opened(front), path)
  return movePiece(front, listed.spans, move)
}
