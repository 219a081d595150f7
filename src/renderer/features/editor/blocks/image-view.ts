import type { Node } from '@tiptap/pm/model'
import type { NodeViewConstructor } from '@tiptap/pm/view'
import { nodeClasses } from '../schema/site-classes.ts'
import { element } from './element.ts'
import { iconElement } from './icon.ts'

const hostOf = (src: string) => /^(?:https?:)?\/\/([^/?#]+)/i.exec(src)?.[1] ?? null

function placeholder(node: Node): HTMLElement {
  const src = String(node.attrs.src ?? '')
  const host = hostOf(src)
  const words = host
    ? `Picture from ${host}, not loaded here`
    : `No picture at ${src || 'this place'}`
  const alt = String(node.attrs.alt ?? '')
  return element(
    'span',
    'page-picture-missing',
    iconElement('picture'),
    element('span', 'page-picture-words', words),
    ...(alt ? [element('span', 'page-picture-alt', alt)] : []),
  )
}

/** A width such as `50%`, `50` or `320px`, as CSS; null for anything else. */
function widthOf(value: unknown): string | null {
  const match = /^\s*(\d{1,4}(?:\.\d+)?)\s*(%|px)?\s*$/.exec(String(value ?? ''))
  return match ? `${match[1]}${match[2] ?? 'px'}` : null
}

/** Pictures of the site are shown through the app; those of other hosts are named and never fetched. */
export function imageView(mediaUrl: (src: string) => string | null): NodeViewConstructor {
  return (first) => {
    const inline = first.type.isInline
    const dom = element(inline ? 'span' : 'div', inline ? 'page-image-inline' : 'page-image')
    const own = dom.className
    let shown: Node | null = null
    const draw = (node: Node) => {
      if (shown?.eq(node)) return
      shown = node
      dom.className = `${own} ${nodeClasses(node)}`.trimEnd()
      const url = mediaUrl(String(node.attrs.src ?? ''))
      dom.replaceChildren()
      if (!url) {
        dom.append(placeholder(node))
        return
      }
      const img = element('img', '')
      img.alt = String(node.attrs.alt ?? '')
      if (node.attrs.title) img.title = String(node.attrs.title)
      const width = widthOf(node.attrs.width)
      if (width) img.style.width = width
      img.loading = 'lazy'
      img.decoding = 'async'
      img.draggable = false
      img.addEventListener('error', () => dom.replaceChildren(placeholder(node)), { once: true })
      img.src = url
      dom.append(img)
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
}
