import type { Node } from '@tiptap/pm/model'
import { type Command, NodeSelection } from '@tiptap/pm/state'
import type { EditorView, NodeView } from '@tiptap/pm/view'
import { element } from '../blocks/element.ts'
import { iconElement } from '../blocks/icon.ts'
import { lockedPreview } from './locked-preview.ts'
import { replaceSource } from './replace-source.ts'
import { sourcePanel } from './source-panel.ts'

const firstLine = (source: string) => source.trim().split(/\r?\n/, 1)[0] ?? ''
const buttonClass = 'page-locked-show'

/** Opens the source of the locked block that is selected. */
export const editLockedSource: Command = (state, dispatch, view) => {
  const { selection } = state
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'opaque') return false
  const drawn = view?.nodeDOM(selection.from)
  if (dispatch && drawn instanceof HTMLElement)
    drawn.querySelector<HTMLButtonElement>(`.${buttonClass}`)?.click()
  return true
}

/** The head of a locked block: what it is, its first line, and the way to its source. */
function lockedHead(onShow: () => void) {
  const title = element('span', 'page-locked-label')
  const line = element('code', 'page-locked-line')
  const button = element('button', buttonClass)
  button.type = 'button'
  button.addEventListener('click', onShow)
  const dom = element('div', 'page-locked-head', iconElement('lock'), title, line, button)
  return {
    dom,
    button,
    draw(node: Node) {
      title.textContent = String(node.attrs.label)
      dom.title = 'Kept exactly as it is'
      line.textContent = firstLine(String(node.attrs.source))
    },
  }
}

/** What Galley does not understand: kept to the byte, shown for what it is, moved and deleted as one, edited as source. */
export function lockedView(
  first: Node,
  view: EditorView,
  getPos: () => number | undefined,
): NodeView {
  let node = first
  let panel: HTMLElement | null = null
  let preview: HTMLElement | null = null
  const head = lockedHead(() => (panel ? close() : open()))
  const dom = element('div', 'page-locked', head.dom)

  function say(): void {
    const [show, hide] = view.editable
      ? ['Edit source', 'Close source']
      : ['Show source', 'Hide source']
    head.button.textContent = panel ? hide : show
    head.button.setAttribute('aria-expanded', String(panel !== null))
  }

  function use(source: string): string | null {
    const pos = getPos()
    if (pos === undefined) return 'The block is no longer there.'
    const replaced = replaceSource(view.state, pos, source)
    if ('problem' in replaced) return replaced.problem
    view.dispatch(replaced.tr.scrollIntoView())
    return null
  }

  function open(): void {
    const source = String(node.attrs.source)
    if (view.editable) {
      const opened = sourcePanel({ source, onUse: use, onClose: close })
      panel = opened.dom
      dom.append(panel)
      opened.focus()
    } else {
      panel = element('pre', 'page-locked-source', source)
      dom.append(panel)
    }
    say()
  }

  function close(): void {
    panel?.remove()
    panel = null
    say()
    view.focus()
  }

  function draw(): void {
    head.draw(node)
    const label = String(node.attrs.label)
    dom.dataset.label = label
    dom.setAttribute('role', 'group')
    dom.setAttribute('aria-label', `${label}, kept exactly as it is`)
    preview?.remove()
    preview = lockedPreview(label, String(node.attrs.source))
    if (preview) head.dom.after(preview)
    say()
  }

  draw()
  return {
    dom,
    update(next) {
      if (next.type !== node.type) return false
      const isSame =
        next.attrs.source === node.attrs.source && next.attrs.label === node.attrs.label
      node = next
      // What somebody is typing stays.
      if (!isSame) draw()
      return true
    },
    stopEvent: ({ target }) =>
      target instanceof globalThis.Node &&
      (head.button.contains(target) || (panel?.contains(target) ?? false)),
    ignoreMutation: () => true,
  }
}
