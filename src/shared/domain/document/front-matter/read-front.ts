import type { DataMember, DataTree } from './data-tree.ts'
import { dataOf, isJsonBlock } from './front-format.ts'
import type { FrontEntry, FrontFormat, FrontView } from './front-view.ts'
import { readYaml } from './read-yaml.ts'
import { yamlBlockOf } from './yaml-block.ts'

function entryOf({ key, node }: DataMember, { members }: DataTree, text: string): FrontEntry {
  const same = members.filter((other) => other.key === key)
  return {
    key,
    kind: node.kind,
    value: node.value,
    source: text.slice(...node.span),
    editable: node.kind !== 'map' && same.at(-1)?.node === node,
    open: same.length === 1 && (node.kind === 'map' || node.kind === 'list'),
    repeated: same.length > 1,
  }
}

/** Reads a front matter block (with its fences) for the details form. Never throws. */
export function readFront(front: string): FrontView {
  const yaml = yamlBlockOf(front)
  if (front.replace('\uFEFF', '') === '') return { format: 'none', entries: [], problem: null }
  if (yaml && !isJsonBlock(yaml.text)) return readYaml(yaml)
  const data = dataOf(front)
  const format: FrontFormat = data.format
  if (data.kind === 'refused') return { format, entries: [], problem: data.reason }
  const { tree, text } = data
  return {
    format,
    entries: tree.members.map((member) => entryOf(member, tree, text)),
    problem: null,
  }
}
