import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { type EditorState, NodeSelection } from '@tiptap/pm/state'
import { blockTypes } from '../commands/block-types.ts'

const names: Readonly<Record<string, string>> = {
  bulletList: 'List',
  orderedList: 'Numbered list',
  taskList: 'Task list',
  blockquote: 'Quote',
  codeBlock: 'Code block',
  horizontalRule: 'Divider',
  image: 'Image',
  iframe: 'Frame',
  table: 'Table',
  detailGroup: 'Accordion',
  cards: 'Cards',
  definitionList: 'Definition list',
  definitionTerm: 'Term',
  definitionDescription: 'Definition',
  footnoteDefinition: 'Footnote',
  htmlBox: 'Box',
  opaque: 'Locked block',
}

const numbered: Readonly<Record<string, string>> = {
  tableRow: 'Row',
  details: 'Item',
  card: 'Card',
  listItem: 'Item',
  taskItem: 'Item',
  tableCell: 'Column',
  tableHeader: 'Column',
}

/** What a block is called; null for parts that need no name of their own. */
function blockName(node: Node): string | null {
  if (node.type.name === 'heading')
    return blockTypes.find((t) => t.level === node.attrs.level)?.label ?? 'Heading'
  if (node.type.name === 'cardText') return node.attrs.role === 'link' ? 'Link text' : null
  return names[node.type.name] ?? null
}

function partsOf($pos: ResolvedPos): string[] {
  const parts: string[] = []
  for (let depth = 1; depth <= $pos.depth; depth++) {
    const node = $pos.node(depth)
    const count = numbered[node.type.name]
    const name = count ? `${count} ${$pos.index(depth - 1) + 1}` : blockName(node)
    if (name) parts.push(name)
  }
  return parts
}

/** Where the caret is, in words: `Page › Table › Row 2 › Column 3`. */
export function blockPath(state: EditorState): string {
  const { selection } = state
  const parts = ['Page', ...partsOf(selection.$from)]
  if (selection instanceof NodeSelection) parts.push(blockName(selection.node) ?? 'Block')
  return parts.length === 1 ? 'Page › Paragraph' : parts.join(' › ')
}
