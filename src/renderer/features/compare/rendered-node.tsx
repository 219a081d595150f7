import type { Mark, Node } from 'prosemirror-model'
import {
  createElement,
  Fragment,
  type HTMLAttributes,
  type ReactNode,
  type TdHTMLAttributes,
} from 'react'
import { type PictureAddress, SitePicture } from './site-picture.tsx'

const markTags: Readonly<Record<string, string>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
  subscript: 'sub',
  superscript: 'sup',
  highlight: 'mark',
}

/** Wraps content in the elements of its marks. Links are shown, not followed. */
function withMarks(content: ReactNode, marks: readonly Mark[]): ReactNode {
  return marks.reduceRight<ReactNode>((inner, mark) => {
    if (mark.type.name === 'link')
      return (
        <span className="compare-link" title={String(mark.attrs.href ?? '')}>
          {inner}
        </span>
      )
    const tag = markTags[mark.type.name]
    return tag ? createElement(tag, null, inner) : inner
  }, content)
}

/** One piece of inline content. */
export function renderInline(node: Node, address: PictureAddress): ReactNode {
  if (node.isText) return withMarks(node.text, node.marks)
  switch (node.type.name) {
    case 'hardBreak':
      return <br />
    case 'imageInline':
      return <SitePicture node={node} address={address} />
    case 'footnoteReference':
      return <sup>{String(node.attrs.label)}</sup>
    default:
      return <code className="compare-locked-inline">{String(node.attrs.source ?? '')}</code>
  }
}

/** The inline content of a text block. */
function inlineChildren(node: Node, address: PictureAddress): ReactNode[] {
  const out: ReactNode[] = []
  node.forEach((child, offset) => {
    out.push(
      <Fragment key={`${offset}-${child.nodeSize}`}>{renderInline(child, address)}</Fragment>,
    )
  })
  return out
}

const containerTags: Readonly<Record<string, string>> = {
  bulletList: 'ul',
  orderedList: 'ol',
  taskList: 'ul',
  listItem: 'li',
  taskItem: 'li',
  blockquote: 'blockquote',
  tableRow: 'tr',
  tableHeader: 'th',
  tableCell: 'td',
  definitionList: 'dl',
  definitionTerm: 'dt',
  definitionDescription: 'dd',
}

type Attributes = HTMLAttributes<HTMLElement> & TdHTMLAttributes<HTMLElement> & { start?: number }

function attributesOf(node: Node): Attributes {
  switch (node.type.name) {
    case 'tableCell':
    case 'tableHeader':
      return { colSpan: Number(node.attrs.colspan), rowSpan: Number(node.attrs.rowspan) }
    case 'orderedList':
      return { start: Number(node.attrs.start) }
    case 'details':
      return { className: 'compare-accordion' }
    case 'cards':
      return { className: 'compare-cards' }
    case 'card':
      return { className: 'compare-card' }
    default:
      return {}
  }
}

/** The element of a list, table, cell, quotation or box around its children. */
export function Container({
  node,
  children,
}: {
  readonly node: Node
  readonly children: ReactNode
}) {
  if (node.type.name === 'table')
    return (
      <table>
        <tbody>{children}</tbody>
      </table>
    )
  return createElement(containerTags[node.type.name] ?? 'div', attributesOf(node), children)
}

function childBlocks(node: Node, address: PictureAddress): ReactNode[] {
  const out: ReactNode[] = []
  node.forEach((child, offset) => {
    out.push(<RenderedNode key={`${offset}-${child.nodeSize}`} node={child} address={address} />)
  })
  return out
}

/** The element a text block is shown as. */
export function textTag(node: Node): string {
  if (node.type.name === 'heading') return `h${Math.min(Number(node.attrs.level), 6)}`
  if (node.type.name === 'codeBlock') return 'pre'
  if (node.type.name === 'definitionTerm') return 'dt'
  return node.type.name === 'paragraph' ? 'p' : 'div'
}

/** A block of a page as readers will see it, built from the document and never from HTML. */
export function RenderedNode({
  node,
  address,
}: {
  readonly node: Node
  readonly address: PictureAddress
}) {
  if (node.isTextblock) return createElement(textTag(node), null, inlineChildren(node, address))
  switch (node.type.name) {
    case 'horizontalRule':
      return <hr />
    case 'image':
      return (
        <figure>
          <SitePicture node={node} address={address} />
        </figure>
      )
    case 'iframe':
      return <p className="compare-placeholder">Frame: {String(node.attrs.src ?? '')}</p>
    case 'opaque':
      return (
        <div className="compare-locked">
          <b>{String(node.attrs.label)}</b>
          <code>{String(node.attrs.source).slice(0, 400)}</code>
        </div>
      )
    default:
      return <Container node={node}>{childBlocks(node, address)}</Container>
  }
}
