import { Fragment, Mark, type Node } from 'prosemirror-model'
import { documentSchema } from '../schema.ts'
import { attributeIn, type Bag } from './bag.ts'
import { asBox, boxAsRead, itemContent } from './equal-forms.ts'
import {
  frameTag,
  marksWritten,
  pictureTag,
  tagOfMarkUse,
  tagOfNode,
  widthIn,
  wrapperTag,
} from './open-tag.ts'

const { hardBreak, opaqueInline, codeBlock, detailsContent, image, imageInline, iframe, table } =
  documentSchema.nodes

const explicitMarks = (marks: readonly Mark[]) =>
  Mark.setFrom(marks.map((mark) => mark.type.create({ ...mark.attrs, bag: tagOfMarkUse(mark) })))

/** A table's width in Isomer's form follows its columns; it says nothing of its own. */
const widthFromColumns = /^minWidth: \d+px$/

function explicitAttrs(node: Node) {
  switch (node.type) {
    case image:
    case imageInline: {
      const bag = pictureTag(node)
      const wrap = node.type === image ? wrapperTag(node) : null
      return { ...node.attrs, bag, wrap, width: widthIn(bag), href: hrefOf(wrap) }
    }
    case iframe:
      return { ...node.attrs, bag: frameTag(node), wrap: wrapperTag(node) }
    case detailsContent:
      return { ...node.attrs, bag: node.attrs.bare ? null : tagOfNode(node) }
    case table: {
      const { tag, attrs } = tagOfNode(node)
      const kept = attrs.filter(([key, value]) => key !== 'style' || !widthFromColumns.test(value))
      return { ...node.attrs, bag: { tag, attrs: kept } }
    }
    default:
      return { ...node.attrs, bag: tagOfNode(node) }
  }
}

const hrefOf = (wrap: Bag | null) => (wrap?.tag === 'a' ? attributeIn(wrap, 'href') : null)

/** Says in full what a new node leaves to its kind: its tag and attributes as they are written. */
function explicit(node: Node, content: Fragment): Node {
  const marks = explicitMarks(marksWritten(node))
  if (node.isText) return documentSchema.text(node.text ?? '', marks)
  if (node.type.name === 'doc') return node.type.create(null, content)
  if (/^(opaque|opaqueInline|footnoteReference)$/.test(node.type.name)) {
    const attrs = 'label' in node.attrs ? { ...node.attrs, label: '' } : node.attrs
    return node.type.create(attrs, null, marks)
  }
  return node.type.create(explicitAttrs(node), content, marks)
}

/** HTML cannot hold double spaces, nor spaces at the edges of a block and around line breaks. */
function normaliseInline(content: Fragment): Fragment {
  const out: Node[] = []
  let swallow = true
  const trimEnd = () => {
    const last = out.at(-1)
    if (!last?.isText || !last.text?.endsWith(' ')) return
    const text = last.text.slice(0, -1)
    if (text === '') out.pop()
    else out[out.length - 1] = documentSchema.text(text, last.marks)
  }
  content.forEach((child) => {
    if (!child.isText) {
      if (child.type === hardBreak) trimEnd()
      const isComment = child.type === opaqueInline && child.attrs.source.startsWith('<!--')
      if (!isComment) swallow = child.type === hardBreak
      out.push(explicit(child, Fragment.empty))
      return
    }
    let text = (child.text ?? '').replace(/\0/g, '').replace(/[ \t\r\n\f]+/g, ' ')
    if (swallow && text.startsWith(' ')) text = text.slice(1)
    if (text === '') return
    swallow = text.endsWith(' ')
    out.push(documentSchema.text(text, explicitMarks(child.marks)))
  })
  trimEnd()
  return Fragment.from(out)
}

/**
 * The document as its file can hold it: what saving and opening again gives back, with every tag said in full.
 * Two documents that normalise to equal nodes are the same page.
 */
export function normaliseForHtml(node: Node): Node {
  if (node.type === codeBlock) return explicit(node, node.content)
  if (node.isTextblock) {
    const box = asBox(node)
    return box ? normaliseForHtml(box) : explicit(node, normaliseInline(node.content))
  }
  const inside = itemContent(node, node.content.content.map(normaliseForHtml))
  return boxAsRead(explicit(node, Fragment.from(inside)))
}
