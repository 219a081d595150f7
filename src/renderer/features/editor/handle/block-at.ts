import type { Node as PageNode } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'

/** A top-level block of the page, where it stands, and how it is drawn. */
export interface PageBlock {
  readonly node: PageNode
  readonly pos: number
  readonly dom: HTMLElement
}

/** The block that is drawn as an element directly in the page; null for marks of the editor's own. */
function blockOf(view: EditorView, dom: Element | null): PageBlock | null {
  if (!(dom instanceof HTMLElement)) return null
  const $pos = view.state.doc.resolve(view.posAtDOM(dom, 0, -1))
  const pos = $pos.depth === 0 ? $pos.pos : $pos.before(1)
  const node = view.state.doc.nodeAt(pos)
  return node && view.nodeDOM(pos) === dom ? { node, pos, dom } : null
}

/** The top-level block around the caret. */
export function blockAtCaret(view: EditorView): PageBlock | null {
  const { $from } = view.state.selection
  const pos = $from.depth === 0 ? $from.pos : $from.before(1)
  const dom = view.nodeDOM(pos)
  return dom instanceof HTMLElement ? blockOf(view, dom) : null
}

/** The top-level block at a height of the window, or the one above the gap that is there. */
export function blockAt(view: EditorView, y: number): PageBlock | null {
  const { children } = view.dom
  let low = 0
  let high = children.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((children[middle]?.getBoundingClientRect().top ?? 0) <= y) low = middle
    else high = middle - 1
  }
  return blockOf(view, children[low] ?? null)
}

/** The place between two blocks that is nearest to a height: its position, and its height in the window. */
export function gapAt(view: EditorView, y: number): { pos: number; y: number } | null {
  const block = blockAt(view, y)
  if (!block) return null
  const { top, bottom } = block.dom.getBoundingClientRect()
  if (y < (top + bottom) / 2) return { pos: block.pos, y: top - 4 }
  return { pos: block.pos + block.node.nodeSize, y: bottom + 4 }
}
