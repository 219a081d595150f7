import type { Mark, Node } from 'prosemirror-model'
import { createElement, Fragment, type ReactNode } from 'react'

/** How a picture of the site is shown: an address the window may load, or null for a labelled placeholder. */
export type PictureAddress = (src: string) => string | null

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
export function withMarks(content: ReactNode, marks: readonly Mark[]): ReactNode {
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

function Picture({ node, address }: { readonly node: Node; readonly address: PictureAddress }) {
  const src = String(node.attrs.src ?? '')
  const alt = String(node.attrs.alt ?? '')
  const loadable = address(src)
  if (!loadable) return <span className="compare-placeholder">Image from another site: {src}</span>
  return <img className="compare-picture" src={loadable} alt={alt} />
}

/** One piece of inline content. */
export function renderInline(node: Node, address: PictureAddress): ReactNode {
  if (node.isText) return withMarks(node.text, node.marks)
  switch (node.type.name) {
    case 'hardBreak':
      return <br />
    case 'imageInline':
      return <Picture node={node} address={address} />
    default:
      return <code className="compare-locked-inline">{String(node.attrs.source ?? '')}</code>
  }
}

export function inlineChildren(node: Node, address: PictureAddress): ReactNode[] {
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
}

function childBlocks(node: Node, address: PictureAddress): ReactNode[] {
  const out: ReactNode[] = []
  node.forEach((child, offset) => {
    out.push(<RenderedNode key={`${offset}-${child.nodeSize}`} node={child} address={address} />)
  })
  return out
}

function cellSpans(node: Node) {
  return /^table(Cell|Header)$/.test(node.type.name)
    ? { colSpan: Number(node.attrs.colspan), rowSpan: Number(node.attrs.rowspan) }
    : {}
}

/** The element a text block is shown as. */
export function textTag(node: Node): string {
  if (node.type.name === 'heading') return `h${Math.min(Number(node.attrs.level), 6)}`
  if (node.type.name === 'codeBlock') return 'pre'
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
          <Picture node={node} address={address} />
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
    case 'table':
      return (
        <table>
          <tbody>{childBlocks(node, address)}</tbody>
        </table>
      )
    default:
  }
  const tag = containerTags[node.type.name] ?? 'div'
  const start = node.type.name === 'orderedList' ? { start: Number(node.attrs.start) } : {}
  return createElement(tag, { ...cellSpans(node), ...start }, childBlocks(node, address))
}
