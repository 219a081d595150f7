import type { Node } from '@tiptap/pm/model'
import type { NodeView } from '@tiptap/pm/view'
import { element } from './element.ts'
import { iconElement } from './icon.ts'

const kinds: readonly (readonly [RegExp, string])[] = [
  [/(?:youtube(?:-nocookie)?\.com|youtu\.be)/i, 'YouTube video'],
  [/vimeo\.com/i, 'Vimeo video'],
  [/google\.[a-z.]+\/maps|onemap\.gov\.sg/i, 'Map'],
  [/form\.gov\.sg/i, 'FormSG form'],
  [/docs\.google\.com/i, 'Google document'],
  [/facebook\.com/i, 'Facebook post'],
  [/instagram\.com/i, 'Instagram post'],
]

/** What a frame shows, in words. */
export function frameLabel(src: string): string {
  return kinds.find(([pattern]) => pattern.test(src))?.[1] ?? 'Embedded page'
}

/** A frame as a labelled place-holder: what it frames is never fetched while editing. */
export function frameView(first: Node): NodeView {
  const dom = element('div', 'page-frame')
  const draw = (node: Node) => {
    const src = String(node.attrs.src ?? '')
    const label = String(node.attrs.title ?? '') || frameLabel(src)
    dom.replaceChildren(
      iconElement('frame', 20),
      element(
        'span',
        'page-frame-words',
        element('span', 'page-frame-label', label),
        element('span', 'page-frame-src', src),
      ),
    )
  }
  draw(first)
  return {
    dom,
    update: (node) => {
      if (node.type !== first.type) return false
      draw(node)
      return true
    },
    ignoreMutation: () => true,
  }
}
