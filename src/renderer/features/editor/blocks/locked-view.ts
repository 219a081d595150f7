import type { Node } from '@tiptap/pm/model'
import type { NodeView } from '@tiptap/pm/view'
import { element } from './element.ts'
import { iconElement } from './icon.ts'

const firstLine = (source: string) => source.trim().split(/\r?\n/, 1)[0] ?? ''

/** What Galley does not understand: kept to the byte, shown in words, moved and deleted as one. */
export function lockedView(first: Node): NodeView {
  const title = element('span', 'page-locked-label')
  const line = element('code', 'page-locked-line')
  const button = element('button', 'page-locked-show', 'Show source')
  button.type = 'button'
  const source = element('pre', 'page-locked-source')
  source.hidden = true
  const head = element(
    'div',
    'page-locked-head',
    iconElement('lock'),
    element('div', 'page-locked-words', title, line),
    button,
  )
  const dom = element('div', 'page-locked', head, source)
  button.setAttribute('aria-expanded', 'false')
  button.addEventListener('click', () => {
    source.hidden = !source.hidden
    button.textContent = source.hidden ? 'Show source' : 'Hide source'
    button.setAttribute('aria-expanded', String(!source.hidden))
  })
  const draw = (node: Node) => {
    const text = String(node.attrs.source)
    title.textContent = `${String(node.attrs.label)} · kept exactly as it is`
    line.textContent = firstLine(text)
    source.textContent = text
  }
  draw(first)
  return {
    dom,
    update: (node) => {
      if (node.type !== first.type) return false
      draw(node)
      return true
    },
    stopEvent: (event) => event.target instanceof globalThis.Node && button.contains(event.target),
    ignoreMutation: () => true,
  }
}
