import type { DOMOutputSpec, Mark, Node } from '@tiptap/pm/model'
import { attributeIn, type Bag } from '../../../../shared/domain/document/html/bag.ts'
import { tagOfNode, wrapperTag } from '../../../../shared/domain/document/html/open-tag.ts'
import { siteName } from '../../../lib/site-look/scope-selector.ts'

/** The classes of a tag under names that none of our own styles has; `''` for none. */
const siteClasses = (bag: Bag | null | undefined): string =>
  (bag && attributeIn(bag, 'class')?.split(/\s+/).filter(Boolean).map(siteName).join(' ')) || ''

/** Blocks that have a class in the site even when they are new. */
const dressed = new Set(
  'detailGroup details detailsContent cards card cardImage cardBody cardText image iframe'.split(
    ' ',
  ),
)

/** The classes a block has on the site, for the site's own style sheet. */
export function nodeClasses(node: Node): string {
  const { name } = node.type
  if (name === 'image' || name === 'iframe') return siteClasses(wrapperTag(node))
  return node.attrs.bag || dressed.has(name) ? siteClasses(tagOfNode(node)) : ''
}

export const markClasses = (mark: Mark): string => siteClasses(mark.attrs.bag)

const isAttributes = (part: unknown): part is Record<string, string> =>
  typeof part === 'object' && part !== null && !Array.isArray(part)

/** A drawing with more classes on its outermost element. */
export function withClasses(drawing: DOMOutputSpec, classes: string): DOMOutputSpec {
  if (classes === '' || !Array.isArray(drawing)) return drawing
  const [tag, second, ...rest] = drawing as readonly [string, ...unknown[]]
  if (!isAttributes(second)) {
    const content = second === undefined ? [] : [second]
    return [tag, { class: classes }, ...content, ...rest] as unknown as DOMOutputSpec
  }
  const own = second.class === undefined ? '' : `${second.class} `
  return [tag, { ...second, class: own + classes }, ...rest] as unknown as DOMOutputSpec
}
