import type { FrontValue } from './front-view.ts'
import type { Span } from './pieces.ts'

/** A value of TOML or JSON front matter with its place in the text. */
export interface DataNode {
  readonly span: Span
  readonly value: FrontValue
  readonly kind: 'text' | 'number' | 'boolean' | 'date' | 'empty' | 'list' | 'map'
  /** Items of a list. */
  readonly items: readonly DataNode[]
  /** Members of a map written in braces. */
  readonly members: readonly DataMember[]
}

/** A key with its value. `span` holds both; in TOML up to the end of the value. */
export interface DataMember {
  readonly key: string
  readonly keySpan: Span
  readonly span: Span
  readonly node: DataNode
}

/** Front matter in TOML or JSON as the form edits it. */
export interface DataTree {
  readonly members: readonly DataMember[]
  /** Where the keys of the top level stand: in JSON the inside of the braces, in TOML all before the first table. */
  readonly inside: Span
}

/** Thrown where the text is not what it should be; the message is for the log only. */
export class NotRead extends Error {}

/** Deeper values are shown as source. */
export const deepestValue = 64

/** The node at a path of keys and list positions; the last one where a key stands twice. */
export function dataAt(tree: DataTree, path: readonly (string | number)[]): DataNode | null {
  let node: DataNode | null = null
  let members = tree.members
  let items: readonly DataNode[] | null = null
  for (const step of path) {
    const named = members.filter((member) => member.key === String(step)).at(-1)?.node
    const next: DataNode | undefined = items ? items[Number(step)] : named
    if (!next) return null
    node = next
    members = next.members
    items = next.kind === 'list' ? next.items : null
  }
  return node
}
