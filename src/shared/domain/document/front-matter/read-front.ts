import { isAlias, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml'
import { keyOfPair, parseYaml, yamlBlockOf } from './yaml-block.ts'

export type FrontValue =
  | string
  | number
  | boolean
  | null
  | readonly FrontValue[]
  | { readonly [key: string]: FrontValue }

/** One key of a page's front matter, as the details form sees it. */
export interface FrontEntry {
  readonly key: string
  readonly kind: 'text' | 'number' | 'boolean' | 'date' | 'empty' | 'list' | 'map'
  /** A plain value; dates as they are written. */
  readonly value: FrontValue
  /** The value as written, for values that a form cannot show. */
  readonly source: string
  /** Whether `setFrontValue` can change it. */
  readonly editable: boolean
  /** The same key stands in the block more than once; the last one counts. */
  readonly repeated: boolean
}

export interface FrontView {
  readonly format: 'none' | 'yaml' | 'toml'
  readonly entries: readonly FrontEntry[]
  /** Why there is no form, in words; null where there is one. */
  readonly problem: string | null
}

const isDate = (source: string) => /^\d{4}-\d{2}-\d{2}$/.test(source)

function plain(node: Node | null): FrontValue {
  if (node === null) return null
  if (isScalar(node)) {
    if (node.value instanceof Date || isDate(String(node.source))) return String(node.source)
    const { value } = node
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? value
      : value === null
        ? null
        : String(value)
  }
  if (isSeq(node)) return node.items.map((item) => plain(item as Node))
  if (isMap(node))
    return Object.fromEntries(
      node.items.map((item) => [
        keyOfPair(item as Pair),
        plain((item as Pair).value as Node | null),
      ]),
    )
  return null
}

function kindOf(node: Node | null): FrontEntry['kind'] {
  if (node === null) return 'empty'
  if (isSeq(node)) return 'list'
  if (isMap(node)) return 'map'
  if (!isScalar(node) || node.value === null) return 'empty'
  if (isDate(String(node.source)) && node.type === 'PLAIN') return 'date'
  if (typeof node.value === 'number') return 'number'
  if (typeof node.value === 'boolean') return 'boolean'
  return 'text'
}

const hasDecoration = (node: Node | null) =>
  node !== null &&
  (isAlias(node) ||
    Boolean((node as { anchor?: string }).anchor) ||
    Boolean((node as { tag?: string }).tag))

/** Reads a front matter block (with its fences) for the details form. Never throws. */
export function readFront(front: string): FrontView {
  if (front === '') return { format: 'none', entries: [], problem: null }
  const block = yamlBlockOf(front)
  if (!block)
    return {
      format: 'toml',
      entries: [],
      problem: 'The details of this page are written as TOML. They can be edited as source.',
    }
  const parsed = parseYaml(block.text)
  if (parsed.kind === 'refused') return { format: 'yaml', entries: [], problem: parsed.reason }
  const pairs = (parsed.map?.items ?? []) as Pair[]
  const keys = pairs.map(keyOfPair)
  const entries = pairs.map((pair, i): FrontEntry => {
    const value = (pair.value as Node | null) ?? null
    const range = value?.range
    const kind = kindOf(value)
    return {
      key: keys[i] ?? '',
      kind,
      value: plain(value),
      source: range ? block.text.slice(range[0], range[1]) : '',
      editable: kind !== 'map' && !hasDecoration(value) && keys.lastIndexOf(keys[i] ?? '') === i,
      repeated: keys.indexOf(keys[i] ?? '') !== keys.lastIndexOf(keys[i] ?? ''),
    }
  })
  return { format: 'yaml', entries, problem: null }
}
