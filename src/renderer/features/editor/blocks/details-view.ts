import type { Node } from '@tiptap/pm/model'
import type { NodeView } from '@tiptap/pm/view'
import { nodeClasses } from '../schema/site-classes.ts'
import { element } from './element.ts'
import { iconElement } from './icon.ts'

/** One item of an accordion: open for writing, closed by its arrow. Whether it is open is not part of the page. */
export function detailsView(first: Node): NodeView {
  const toggle = element('button', 'page-details-toggle', iconElement('chevron', 14))
  toggle.type = 'button'
  toggle.contentEditable = 'false'
  const contentDOM = element('div', 'page-details-inner')
  const dom = element('div', `page-details ${nodeClasses(first)}`.trimEnd(), toggle, contentDOM)
  const show = (open: boolean) => {
    dom.dataset.open = String(open)
    toggle.setAttribute('aria-expanded', String(open))
    toggle.setAttribute('aria-label', open ? 'Fold this item' : 'Unfold this item')
  }
  show(true)
  toggle.addEventListener('click', () => show(dom.dataset.open !== 'true'))
  return {
    dom,
    contentDOM,
    update: (node) => node.type === first.type,
    stopEvent: (event) => event.target instanceof globalThis.Node && toggle.contains(event.target),
    ignoreMutation: (mutation) => !contentDOM.contains(mutation.target),
  }
}
