import type { Mark } from 'prosemirror-model'
import { tagOfMark } from '../html/tree.ts'
import type { MarkName } from '../schema.ts'
import { documentSchema } from '../schema.ts'
import { type Attributes, readAttributeList } from './attribute-list.ts'
import type { InlinePiece } from './collapse-spaces.ts'
import type { MarkdownBag } from './markdown-ref.ts'

const { imageInline, image } = documentSchema.nodes
const { link } = documentSchema.marks

const own = (attributes: readonly (readonly [string, string | null])[]): Attributes =>
  attributes.flatMap(([key, value]) => (value === null ? [] : [[key, value] as const]))

/** The mark with attributes from a list behind it; null for one that is written in another way. */
function markWithList(mark: Mark, attributes: Attributes): Mark | null {
  if (mark.attrs.bag) return null
  const value = (name: string) => attributes.find(([key]) => key === name)?.[1] ?? null
  if (mark.type !== link) {
    const bag: MarkdownBag = {
      tag: tagOfMark[mark.type.name as MarkName],
      attrs: attributes,
      form: 'list',
    }
    return mark.type.create({ ...mark.attrs, bag })
  }
  const { href, title } = mark.attrs
  const attrs = [
    ...own([
      ['href', href],
      ['title', title],
    ]),
    ...attributes,
  ]
  return link.create({
    ...{ href, title, target: value('target'), rel: value('rel') },
    bag: { tag: 'a', attrs, form: 'list' },
  })
}

/** The pieces of a link, mark or picture with a list's attributes; null where it does not fit them. */
export function withList(
  pieces: readonly InlinePiece[],
  list: string,
  outer: readonly Mark[],
): InlinePiece[] | null {
  const attributes = readAttributeList(list)
  const [first] = pieces
  if (!attributes || !first) return null
  const mark = first.marks.find((m) => !m.isInSet(outer) && pieces.every((p) => m.isInSet(p.marks)))
  if (mark) {
    const changed = markWithList(mark, attributes)
    return (
      changed &&
      pieces.map((p) => ({ ...p, marks: changed.addToSet([...mark.removeFromSet(p.marks)]) }))
    )
  }
  if (first.kind !== 'node' || pieces.length > 1 || first.node.attrs.bag) return null
  const { type, attrs } = first.node
  if (type !== imageInline && type !== image) return null
  const attrList = own([
    ['src', attrs.src],
    ['alt', attrs.alt],
    ['title', attrs.title],
  ])
  const bag: MarkdownBag = { tag: 'img', attrs: [...attrList, ...attributes], form: 'list' }
  return [{ ...first, node: type.create({ ...attrs, bag }) }]
}
