import { type Extensions, Mark, Node, type NodeConfig } from '@tiptap/core'
import type { AttributeSpec, MarkSpec, NodeSpec } from '@tiptap/pm/model'
import { markRules, nodeRules } from './parse-rules.ts'
import { renderMark, renderNode } from './render-node.ts'

interface DocumentSpec {
  readonly nodes: Readonly<Record<string, NodeSpec>>
  readonly marks: Readonly<Record<string, MarkSpec>>
}

/** Our own attributes are never written to or read from the DOM by TipTap. */
const attributesOf = (attrs: Readonly<Record<string, AttributeSpec>> | undefined) =>
  Object.fromEntries(
    Object.entries(attrs ?? {}).map(([name, spec]) => [
      name,
      { default: spec.default, rendered: false, parseHTML: () => undefined },
    ]),
  )

/** The parts of a node's spec that TipTap knows by the same names. */
const known = [
  'content',
  'marks',
  'group',
  'inline',
  'atom',
  'selectable',
  'draggable',
  'code',
  'whitespace',
  'defining',
  'isolating',
  'linebreakReplacement',
] as const

function nodeFrom(name: string, spec: NodeSpec) {
  const config: Record<string, unknown> = {}
  for (const key of known) if (spec[key] !== undefined) config[key] = spec[key]
  return Node.create({
    ...(config as Partial<NodeConfig>),
    name,
    ...(name === 'doc' ? { topNode: true } : {}),
    addAttributes: () => attributesOf(spec.attrs),
    parseHTML: () => [...(nodeRules[name] ?? [])],
    ...(name === 'doc' || name === 'text' ? {} : { renderHTML: ({ node }) => renderNode(node) }),
    extendNodeSchema: (extension) =>
      extension.name === name && spec.tableRole ? { tableRole: spec.tableRole } : {},
  })
}

function markFrom(name: string, spec: MarkSpec) {
  return Mark.create({
    name,
    ...(spec.inclusive === undefined ? {} : { inclusive: spec.inclusive }),
    ...(spec.excludes === undefined ? {} : { excludes: spec.excludes }),
    ...(spec.group === undefined ? {} : { group: spec.group }),
    ...(spec.code === undefined ? {} : { code: spec.code }),
    addAttributes: () => attributesOf(spec.attrs),
    parseHTML: () => [...(markRules[name] ?? [])],
    renderHTML: ({ mark }) => renderMark(mark),
  })
}

/** TipTap's nodes and marks for a schema that is given as data, in the same order, with our drawing and paste rules. */
export function tiptapExtensionsFrom(spec: DocumentSpec): Extensions {
  return [
    ...Object.entries(spec.nodes).map(([name, node]) => nodeFrom(name, node)),
    ...Object.entries(spec.marks).map(([name, mark]) => markFrom(name, mark)),
  ]
}
