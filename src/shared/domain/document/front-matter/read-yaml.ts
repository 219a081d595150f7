import { isAlias, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml'
import type { FrontEntry, FrontValue, FrontView } from './front-view.ts'
import { keyOfPair, parseYaml, type YamlBlock } from './yaml-block.ts'

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

/** Whether all inside a value can be reached by its keys and changed without changing another value. */
function isPlain(node: Node | null): boolean {
  if (hasDecoration(node)) return false
  if (isSeq(node)) return node.items.every((item) => isPlain(item as Node))
  if (!isMap(node)) return true
  const pairs = node.items as Pair[]
  const keys = new Set(pairs.map(keyOfPair))
  return (
    keys.size === pairs.length &&
    !keys.has('<<') &&
    pairs.every((pair) => isScalar(pair.key) && isPlain((pair.value as Node | null) ?? null))
  )
}

/** Reads YAML front matter for the details form. */
export function readYaml(block: YamlBlock): FrontView {
  const parsed = parseYaml(block.text)
  if (parsed.kind === 'refused') return { format: 'yaml', entries: [], problem: parsed.reason }
  if (parsed.map?.flow)
    return {
      format: 'yaml',
      entries: [],
      problem: 'The details of this page are written in braces.',
    }
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
      open:
        (isMap(value) || isSeq(value)) &&
        keys.filter((key) => key === keys[i]).length === 1 &&
        isPlain(value),
      repeated: keys.indexOf(keys[i] ?? '') !== keys.lastIndexOf(keys[i] ?? ''),
    }
  })
  return { format: 'yaml', entries, problem: null }
}
