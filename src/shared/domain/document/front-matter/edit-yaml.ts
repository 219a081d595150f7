import {
  isCollection,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import { eolOf } from '../html/open-html.ts'
import type { FormValue, KeyPath } from './form-value.ts'
import { insertListed, movePiece, removeListed, type Span } from './pieces.ts'
import { type ScalarStyle, writeScalar } from './write-value.ts'
import { keyOfPair, nodeAt, parseYaml, type YamlBlock, yamlBlockOf } from './yaml-block.ts'
import { commonStyle, styleFor, writtenAnew, writtenOver } from './yaml-style.ts'

interface Opened {
  readonly front: string
  readonly block: YamlBlock
  readonly text: string
  readonly map: YAMLMap | null
  readonly pairs: readonly Pair[]
  readonly eol: string
}

function opened(front: string): Opened {
  const block = yamlBlockOf(front)
  if (!block) throw new Error('no YAML front matter')
  const parsed = parseYaml(block.text)
  if (parsed.kind === 'refused') throw new Error(parsed.reason)
  const { map } = parsed
  if (map?.flow) throw new Error('The details of this page are written in braces.')
  const pairs = (map?.items ?? []) as Pair[]
  return { front, block, text: block.text, map, pairs, eol: eolOf(front) }
}

/** The front matter with its YAML changed. */
const withText = ({ front, block }: Opened, text: string) =>
  front.slice(0, block.offset) + text + front.slice(block.offset + block.text.length)

const replaced = (page: Opened, [s, e]: Span, by: string) =>
  withText(page, page.text.slice(0, s) + by + page.text.slice(e))

/** Where a scalar's text ends: block scalars end with their last line, whose line end is not theirs. */
function valueSpan({ text }: Opened, node: Node): Span {
  const [s, e] = node.range ?? [0, 0]
  return [s, s + text.slice(s, e).replace(/\s+$/, '').length]
}

const colonBehind = ({ text }: Opened, pair: Pair) =>
  text.indexOf(':', (pair.key as Node).range?.[1] ?? 0) + 1

/** Whether a value stands in brackets or braces, where commas end it. */
const isInFlow = ({ map }: Opened, path: KeyPath): boolean =>
  path.some((_, i) => {
    const node = i === 0 ? null : nodeAt(map, path.slice(0, i))?.value
    return isCollection(node) && Boolean(node.flow)
  })

const forFlow = (text: string, value: FormValue): string =>
  /^["']/.test(text) || !/[,[\]{}]/.test(text) ? text || 'null' : writeScalar(value, 'QUOTE_DOUBLE')

/** Sets one value of YAML front matter; only that value's bytes change. */
export function setYamlValue(front: string, path: KeyPath, value: FormValue): string {
  const page = opened(front)
  const found = nodeAt(page.map, path)
  if (!found) throw new Error(`no key ${path.join('.')}`)
  const { pair, value: old } = found
  const common = commonStyle(page.pairs.filter((other) => other !== pair))
  if (old && isScalar(old) && old.range && old.range[1] > old.range[0]) {
    const span = valueSpan(page, old)
    const source = page.text.slice(...span)
    const text = writtenOver(value, { old, source, eol: page.eol, common })
    return replaced(page, span, isInFlow(page, path) ? forFlow(text, value) : text)
  }
  if (!pair || (old && !isScalar(old))) throw new Error('not a single value')
  const colon = colonBehind(page, pair)
  const rest = /^[ \t]*/.exec(page.text.slice(colon))?.[0].length ?? 0
  const text = writtenAnew(value, common)
  const comment = page.text[colon + rest] === '#' ? page.text.slice(colon, colon + rest) : ''
  return replaced(page, [colon, colon + rest], (text === '' ? '' : ` ${text}`) + comment)
}

/** Adds a key at the end of YAML front matter, in the file's line ends and its texts' usual style. */
export function addYamlKey(front: string, key: string, value: FormValue): string {
  const page = opened(front)
  if (page.pairs.some((pair) => keyOfPair(pair) === key)) throw new Error(`${key} is taken`)
  const head = page.text === '' || page.text.endsWith('\n') ? '' : page.eol
  const text = writtenAnew(value, commonStyle(page.pairs))
  const first = page.pairs[0]
  const indent = first ? (/[ ]*$/.exec(page.text.slice(0, startOf(first)))?.[0] ?? '') : ''
  const line = `${indent}${writeScalar(key, 'PLAIN')}:${text === '' ? '' : ` ${text}`}${page.eol}`
  return withText(page, page.text + head + line)
}

const startOf = (pair: Pair) => (pair.key as Node).range?.[0] ?? 0

/** The lines of a key and its value; a `|+` block owns the blank lines behind it. */
function linesOf(page: Opened, pair: Pair): Span {
  const { text } = page
  const value = pair.value as Node | null
  const valueEnd = value?.range ? value.range[1] : colonBehind(page, pair)
  const start = startOf(pair)
  const keepsBlank = value?.range && /^[|>]\d?\+/.test(text.slice(value.range[0]))
  const end = keepsBlank ? valueEnd - 1 : text.slice(0, valueEnd).replace(/\s+$/, '').length
  const next = text.indexOf('\n', Math.max(end, start))
  return [text.lastIndexOf('\n', start - 1) + 1, next < 0 ? text.length : next + 1]
}

const indexOf = (pairs: readonly Pair[], key: string): number => {
  const index = pairs.findLastIndex((pair) => keyOfPair(pair) === key)
  if (index < 0) throw new Error(`no key ${key}`)
  return index
}

/** Removes a top-level key with its value and its own line ends. */
export function removeYamlKey(front: string, key: string): string {
  const page = opened(front)
  return replaced(page, linesOf(page, page.pairs[indexOf(page.pairs, key)] as Pair), '')
}

/** Renames a top-level key, in its own quotes. */
export function renameYamlKey(front: string, key: string, name: string): string {
  const page = opened(front)
  if (page.pairs.some((pair) => keyOfPair(pair) === name)) throw new Error(`${name} is taken`)
  const node = page.pairs[indexOf(page.pairs, key)]?.key as Node
  const [s, e] = node.range ?? [0, 0]
  const style = isScalar(node) ? styleFor(node, 'PLAIN') : 'PLAIN'
  return replaced(page, [s, e], writeScalar(name, style))
}

/** Moves a top-level key, with the comment lines directly above it, to another place among the keys. */
export function moveYamlKey(front: string, key: string, to: number): string {
  const page = opened(front)
  const spans = page.pairs.map((pair): Span => {
    const [s, e] = linesOf(page, pair)
    const above = /(?:^[ \t]*#[^\n]*\n)+$/m.exec(page.text.slice(0, s))
    return [above ? above.index : s, e]
  })
  const text = movePiece(page.text, spans, [indexOf(page.pairs, key), to])
  // A block of text that owns its blank lines would own the ones at its new place, too.
  if (!sameValues(page.text, text)) throw new Error('can be moved in the source only')
  return withText(page, text)
}

function sameValues(before: string, after: string): boolean {
  const values = (text: string) => {
    const parsed = parseYaml(text)
    const pairs = parsed.kind === 'map' ? (parsed.map?.items ?? []) : []
    return pairs.map((pair) => `${keyOfPair(pair as Pair)}:${JSON.stringify(pair.value)}`).sort()
  }
  return values(before).join('\n') === values(after).join('\n')
}

function seqAt(page: Opened, path: KeyPath): YAMLSeq {
  const node = nodeAt(page.map, path)?.value
  if (!isSeq(node)) throw new Error('not a list')
  return node
}

const itemSpan = (item: unknown): Span => {
  const range = (item as Node | null)?.range
  if (!range) throw new Error('an item that only the source shows')
  return [range[0], range[1]]
}

/** The lines of each item of a list that has one item a line. */
function itemLines({ text }: Opened, list: YAMLSeq): Span[] {
  return list.items.map((item) => {
    const [s, e] = itemSpan(item)
    const start = text.lastIndexOf('\n', s - 1) + 1
    if (!/^[ \t]*-[ \t]+$/.test(text.slice(start, s))) throw new Error('only the source shows this')
    const end = Math.max(s, text.slice(0, e).replace(/\s+$/, '').length)
    const next = text.indexOf('\n', end)
    return [start, next < 0 ? text.length : next + 1]
  })
}

const flowSpan = (list: YAMLSeq): Span => [(list.range?.[0] ?? 0) + 1, (list.range?.[1] ?? 0) - 1]

const styleOfItems = (list: YAMLSeq): ScalarStyle =>
  commonStyle(list.items.filter(isScalar).map((value) => ({ value }) as Pair))

/** Puts an item into a list, before the one at `index`; a key without value becomes a list. */
export function addYamlItem(
  front: string,
  path: KeyPath,
  [index, value]: readonly [number, FormValue],
): string {
  const page = opened(front)
  const found = nodeAt(page.map, path)
  if (found?.pair && (!found.value || (isScalar(found.value) && found.value.value === null))) {
    const text = writtenAnew(value, commonStyle(page.pairs)) || '""'
    const at = colonBehind(page, found.pair)
    return replaced(page, [at, at], `${page.eol}  - ${text}`)
  }
  const list = seqAt(page, path)
  const text = writtenAnew(value, styleOfItems(list)) || '""'
  if (list.flow) {
    const spans = list.items.map(itemSpan)
    const listed = { inside: flowSpan(list), spans }
    return withText(page, insertListed(page.text, listed, [index, forFlow(text, value)]))
  }
  const spans = itemLines(page, list)
  const near = spans[Math.min(index, spans.length - 1)] as Span
  const dash = /^[ \t]*-[ \t]+/.exec(page.text.slice(near[0]))?.[0] ?? '- '
  const at = spans[index]?.[0] ?? near[1]
  const head = at > 0 && page.text[at - 1] !== '\n' ? page.eol : ''
  return replaced(page, [at, at], `${head}${dash}${text}${page.eol}`)
}

/** Takes an item out of a list; the last one leaves an empty list. */
export function removeYamlItem(front: string, path: KeyPath, index: number): string {
  const page = opened(front)
  const list = seqAt(page, path)
  if (list.flow) return withText(page, removeListed(page.text, list.items.map(itemSpan), index))
  const spans = itemLines(page, list)
  const span = spans[index]
  if (!span) throw new Error('no such item')
  const pair = nodeAt(page.map, path)?.pair
  if (spans.length > 1 || !pair) return replaced(page, span, '')
  const colon = colonBehind(page, pair)
  return withText(
    page,
    `${page.text.slice(0, colon)} []${page.text.slice(colon, span[0])}${page.text.slice(span[1])}`,
  )
}

/** Puts a copy of an item, as it is written, behind it. */
export function copyYamlItem(front: string, path: KeyPath, index: number): string {
  const page = opened(front)
  const list = seqAt(page, path)
  const spans = list.flow ? list.items.map(itemSpan) : itemLines(page, list)
  const span = spans[index]
  if (!span) throw new Error('no such item')
  const piece = page.text.slice(...span)
  if (list.flow) {
    const listed = { inside: flowSpan(list), spans }
    return withText(page, insertListed(page.text, listed, [index + 1, piece]))
  }
  return replaced(page, [span[1], span[1]], piece.endsWith('\n') ? piece : page.eol + piece)
}

/** Moves an item of a list. */
export function moveYamlItem(front: string, path: KeyPath, move: Span): string {
  const page = opened(front)
  const list = seqAt(page, path)
  const spans = list.flow ? list.items.map(itemSpan) : itemLines(page, list)
  return withText(page, movePiece(page.text, spans, move))
}
