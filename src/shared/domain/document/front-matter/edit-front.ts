import { isScalar, type Node, type Pair, Scalar } from 'yaml'
import { eolOf } from '../html/open-html.ts'
import { type ScalarStyle, writeDate, writeScalar } from './write-value.ts'
import { keyOfPair, nodeAt, parseYaml, type YamlBlock, yamlBlockOf } from './yaml-block.ts'

export type FormValue = string | number | boolean | null
export type KeyPath = readonly (string | number)[]

function blockOf(front: string): YamlBlock {
  const block = yamlBlockOf(front)
  if (!block) throw new Error('no YAML front matter')
  return block
}

function mapOf(block: YamlBlock) {
  const parsed = parseYaml(block.text)
  if (parsed.kind === 'refused') throw new Error(parsed.reason)
  return parsed.map
}

const replaced = (front: string, block: YamlBlock, at: readonly [number, number], text: string) =>
  front.slice(0, block.offset + at[0]) + text + front.slice(block.offset + at[1])

const isDate = (value: FormValue): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)

function written(value: FormValue, old: Node | null): string {
  const style = (isScalar(old) ? old.type : null) ?? Scalar.PLAIN
  if (isDate(value) && style === 'PLAIN') return writeDate(value)
  return writeScalar(value, style as ScalarStyle)
}

/** Where a scalar's text ends: block scalars end with their last line, whose line end is not theirs. */
function valueRange(block: YamlBlock, node: Node): readonly [number, number] {
  const [s, e] = node.range ?? [0, 0]
  const text = block.text.slice(s, e)
  return [s, s + text.replace(/\s+$/, '').length]
}

/**
 * Sets one value of a front matter block; only that value's bytes change. `path` is the key, or keys and list
 * positions. Throws where there is no such key or it holds a map.
 */
export function setFrontValue(front: string, path: KeyPath, value: FormValue): string {
  const block = blockOf(front)
  const found = nodeAt(mapOf(block), path)
  if (!found) throw new Error(`no key ${path.join('.')}`)
  const { pair, value: old } = found
  const text = written(value, old)
  if (old && isScalar(old) && old.range && old.range[1] > old.range[0]) {
    if (value === null) return replaced(front, block, valueRange(block, old), '')
    return replaced(front, block, valueRange(block, old), text)
  }
  if (old && !isScalar(old)) throw new Error('not a single value')
  const colon = colonBehind(block, pair as Pair)
  const rest = /^[ \t]*/.exec(block.text.slice(colon))?.[0].length ?? 0
  return replaced(front, block, [colon, colon + rest], text === '' ? '' : ` ${text}`)
}

function colonBehind(block: YamlBlock, pair: Pair): number {
  const key = pair.key as Node
  return block.text.indexOf(':', key.range?.[1] ?? 0) + 1
}

/** Adds a key at the end of a front matter block, in the file's line ends. */
export function addFrontKey(front: string, key: string, value: FormValue): string {
  const block = blockOf(front)
  const eol = eolOf(front)
  const head = block.text === '' || block.text.endsWith('\n') ? '' : eol
  const at = block.offset + block.text.length
  const text = written(value, null)
  const name = writeScalar(key, 'PLAIN')
  return `${front.slice(0, at)}${head}${name}:${text === '' ? '' : ` ${text}`}${eol}${front.slice(at)}`
}

/** Removes a top-level key with its value and its own line ends. */
export function removeFrontKey(front: string, key: string): string {
  const block = blockOf(front)
  const pairs = (mapOf(block)?.items ?? []) as Pair[]
  const index = pairs.findLastIndex((pair) => keyOfPair(pair) === key)
  const pair = pairs[index]
  if (!pair) throw new Error(`no key ${key}`)
  const start = (pair.key as Node).range?.[0] ?? 0
  const lineStart = block.text.lastIndexOf('\n', start - 1) + 1
  const value = pair.value as Node | null
  const valueEnd = value?.range ? value.range[1] : colonBehind(block, pair)
  const trimmed = block.text.slice(0, valueEnd).replace(/\s+$/, '').length
  const nextLine = block.text.indexOf('\n', Math.max(trimmed, start))
  return replaced(front, block, [lineStart, nextLine < 0 ? block.text.length : nextLine + 1], '')
}

/** A front matter block for a page that has none. */
export function createFront(eol: '\n' | '\r\n'): string {
  return `---${eol}---${eol}`
}
