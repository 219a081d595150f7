import type { NodeViewConstructor } from '@tiptap/pm/view'
import { element } from './element.ts'

/** An item of a task list with its check box. */
export const taskItemView: NodeViewConstructor = (first, view, getPos) => {
  const box = element('input', 'page-task-box')
  box.type = 'checkbox'
  box.setAttribute('aria-label', 'Done')
  const contentDOM = element('div', 'page-task-words')
  const label = element('span', 'page-task-mark', box)
  label.contentEditable = 'false'
  const dom = element('li', 'page-task', label, contentDOM)
  let node = first
  const draw = () => {
    box.checked = node.attrs.checked === true
    dom.dataset.checked = String(box.checked)
  }
  draw()
  box.addEventListener('change', () => {
    const at = getPos()
    if (at === undefined || !view.editable) return draw()
    view.dispatch(view.state.tr.setNodeAttribute(at, 'checked', box.checked))
  })
  return {
    dom,
    contentDOM,
    update: (next) => {
      if (next.type !== first.type) return false
      node = next
      draw()
      return true
    },
    stopEvent: (event) => event.target === box,
    ignoreMutation: (mutation) => !contentDOM.contains(mutation.target),
  }
}
