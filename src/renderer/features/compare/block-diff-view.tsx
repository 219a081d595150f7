import type { Node } from 'prosemirror-model'
import { createElement, Fragment, type ReactNode } from 'react'
import type { BlockDiff, WordSegment } from '../../../shared/domain/document/diff.ts'
import { type PictureAddress, RenderedNode, renderInline, textTag } from './rendered-node.tsx'

/** Where pictures come from on each side of a comparison. */
export interface Addresses {
  readonly before: PictureAddress
  readonly after: PictureAddress
}

interface BlockProps {
  readonly diff: BlockDiff
  readonly addresses: Addresses
}

function Words({
  words,
  addresses,
}: {
  readonly words: readonly WordSegment[]
  readonly addresses: Addresses
}) {
  let offset = 0
  return words.map((segment) => {
    const address = segment.kind === 'removed' ? addresses.before : addresses.after
    const content = segment.nodes.map((node) => {
      offset += node.nodeSize
      return <Fragment key={`${segment.kind}${offset}`}>{renderInline(node, address)}</Fragment>
    })
    const key = `${segment.kind}-${offset}`
    if (segment.kind === 'added') return <ins key={key}>{content}</ins>
    if (segment.kind === 'removed') return <del key={key}>{content}</del>
    return <Fragment key={key}>{content}</Fragment>
  })
}

function Whole({
  kind,
  node,
  addresses,
}: {
  readonly kind: 'added' | 'removed'
  readonly node: Node
  readonly addresses: Addresses
}) {
  const address = kind === 'added' ? addresses.after : addresses.before
  const mark = kind === 'added' ? 'ins' : 'del'
  const inner: ReactNode = node.isTextblock ? (
    createElement(
      textTag(node),
      null,
      createElement(
        mark,
        null,
        node.content.content.map((child, i) => keyed(child, i, address)),
      ),
    )
  ) : (
    <RenderedNode node={node} address={address} />
  )
  return (
    <div className="compare-block" data-change={kind}>
      {!node.isTextblock && (
        <span className="compare-kind" data-kind={kind}>
          {kind === 'added' ? 'Added' : 'Removed'}
        </span>
      )}
      {inner}
    </div>
  )
}

const keyed = (child: Node, place: number, address: PictureAddress) => (
  <Fragment key={`${place}-${child.nodeSize}`}>{renderInline(child, address)}</Fragment>
)

/** Two versions of a picture, frame or locked block beside each other. */
function Replaced({
  was,
  now,
  addresses,
}: {
  readonly was: Node
  readonly now: Node
  readonly addresses: Addresses
}) {
  return (
    <div className="compare-block compare-pair" data-change="changed">
      <div className="compare-was">
        <RenderedNode node={was} address={addresses.before} />
        <span className="compare-kind" data-kind="removed">
          Before
        </span>
      </div>
      <div>
        <RenderedNode node={now} address={addresses.after} />
        <span className="compare-kind" data-kind="added">
          After
        </span>
      </div>
    </div>
  )
}

function Container({ now, children }: { readonly now: Node; readonly children: ReactNode }) {
  switch (now.type.name) {
    case 'bulletList':
      return <ul>{children}</ul>
    case 'orderedList':
      return <ol start={Number(now.attrs.start)}>{children}</ol>
    case 'listItem':
      return <li>{children}</li>
    case 'table':
      return (
        <table>
          <tbody>{children}</tbody>
        </table>
      )
    case 'tableRow':
      return <tr>{children}</tr>
    case 'tableCell':
      return <td>{children}</td>
    case 'tableHeader':
      return <th>{children}</th>
    case 'blockquote':
      return <blockquote>{children}</blockquote>
    default:
      return <div>{children}</div>
  }
}

/** What stands inside a row or list must be a cell or an item, also when it was added or removed. */
const isPart = (node: Node) =>
  /^(listItem|taskItem|tableRow|tableCell|tableHeader)$/.test(node.type.name)

function Part({
  node,
  kind,
  addresses,
}: {
  readonly node: Node
  readonly kind: 'added' | 'removed'
  readonly addresses: Addresses
}) {
  const inner: ReactNode[] = []
  node.forEach((child, offset) => {
    const diff: BlockDiff = kind === 'added' ? { kind, now: child } : { kind, was: child }
    inner.push(
      <BlockDiffView key={`${offset}-${child.nodeSize}`} diff={diff} addresses={addresses} />,
    )
  })
  return <Container now={node}>{inner}</Container>
}

/** One block of a comparison. */
export function BlockDiffView({ diff, addresses }: BlockProps) {
  if (diff.kind === 'same') return <RenderedNode node={diff.now} address={addresses.after} />
  if (diff.kind === 'added' || diff.kind === 'removed') {
    const node = diff.kind === 'added' ? diff.now : diff.was
    return isPart(node) ? (
      <Part node={node} kind={diff.kind} addresses={addresses} />
    ) : (
      <Whole kind={diff.kind} node={node} addresses={addresses} />
    )
  }
  if (diff.kind === 'moved')
    return diff.here ? (
      <div className="compare-block" data-change="moved">
        <span className="compare-kind" data-kind="moved">
          Moved here
        </span>
        <RenderedNode node={diff.now} address={addresses.after} />
      </div>
    ) : null
  if (diff.words)
    return (
      <div className="compare-block" data-change="changed">
        {createElement(textTag(diff.now), null, <Words words={diff.words} addresses={addresses} />)}
      </div>
    )
  if (diff.children)
    return (
      <Container now={diff.now}>
        {diff.children.map((child, place) => (
          <BlockDiffView key={`${place}-${child.kind}`} diff={child} addresses={addresses} />
        ))}
      </Container>
    )
  return <Replaced was={diff.was} now={diff.now} addresses={addresses} />
}
