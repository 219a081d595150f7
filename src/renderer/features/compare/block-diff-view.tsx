import type { Node } from 'prosemirror-model'
import { createElement, Fragment, type ReactNode } from 'react'
import type { BlockDiff, WordSegment } from '../../../shared/domain/document/diff.ts'
import { stretchesOf } from './fold-unchanged.ts'
import { Folded } from './folded.tsx'
import { Container, RenderedNode, renderInline, textTag } from './rendered-node.tsx'
import { Replaced, reshapedInWords } from './replaced-block.tsx'
import type { Addresses } from './site-picture.tsx'

/** Both versions in one text, or what one of them says. */
export type Side = 'both' | 'before' | 'after'

interface BlockProps {
  readonly diff: BlockDiff
  readonly addresses: Addresses
  readonly side: Side
}

const hiddenOn = { both: null, before: 'added', after: 'removed' } as const

interface WordsProps {
  readonly words: readonly WordSegment[]
  readonly addresses: Addresses
  readonly side: Side
}

function Words({ words, addresses, side }: WordsProps) {
  return words.map((segment, place) => {
    if (segment.kind === hiddenOn[side]) return null
    const address = segment.kind === 'removed' ? addresses.before : addresses.after
    const content = segment.nodes.map((node, i) => (
      <Fragment key={`${i}-${node.nodeSize}`}>{renderInline(node, address)}</Fragment>
    ))
    const key = `${segment.kind}-${place}`
    if (segment.kind === 'same') return <Fragment key={key}>{content}</Fragment>
    const follows = words[place + 1]?.kind === 'added' && side === 'both'
    return (
      <Fragment key={key}>
        {createElement(segment.kind === 'added' ? 'ins' : 'del', null, content)}
        {segment.kind === 'removed' && follows && ' '}
      </Fragment>
    )
  })
}

interface WholeProps {
  readonly kind: 'added' | 'removed'
  readonly node: Node
  readonly addresses: Addresses
}

function Whole({ kind, node, addresses }: WholeProps) {
  const address = kind === 'added' ? addresses.after : addresses.before
  const words = kind === 'added' ? 'Added' : 'Removed'
  if (node.isTextblock) {
    const segment: WordSegment = { kind, nodes: node.content.content }
    return (
      <div className="compare-block" data-change={kind}>
        {createElement(
          textTag(node),
          null,
          <Words words={[segment]} addresses={addresses} side="both" />,
        )}
      </div>
    )
  }
  return (
    <div className="compare-block" data-change={kind}>
      <RenderedNode node={node} address={address} />
      <span className="compare-kind" data-kind={kind}>
        {words}
      </span>
    </div>
  )
}

/** What stands inside a row or list must be a cell or an item, also when it was added or removed. */
const isPart = (node: Node) =>
  /^(listItem|taskItem|tableRow|tableCell|tableHeader|definitionDescription)$/.test(node.type.name)

function Part({ kind, node, addresses }: WholeProps) {
  const inner: ReactNode[] = []
  node.forEach((child, offset) => {
    const diff: BlockDiff = kind === 'added' ? { kind, now: child } : { kind, was: child }
    inner.push(
      <BlockDiffView
        key={`${offset}-${child.nodeSize}`}
        diff={diff}
        addresses={addresses}
        side="both"
      />,
    )
  })
  return <Container node={node}>{inner}</Container>
}

type Changed = Extract<BlockDiff, { kind: 'changed' }>

function ChangedBlock({ diff, addresses, side }: BlockProps & { readonly diff: Changed }) {
  const shown = side === 'before' ? diff.was : diff.now
  if (diff.words) {
    const reshaped = side === 'both' ? reshapedInWords(diff.was, diff.now) : null
    return (
      <div className="compare-block" data-change="changed">
        {createElement(
          textTag(shown),
          null,
          <Words words={diff.words} addresses={addresses} side={side} />,
        )}
        {reshaped && (
          <span className="compare-kind" data-kind="changed">
            {reshaped}
          </span>
        )}
      </div>
    )
  }
  if (diff.children)
    return (
      <Container node={shown}>
        <Children parent={shown} blocks={diff.children} addresses={addresses} side={side} />
      </Container>
    )
  if (side === 'both') return <Replaced was={diff.was} now={diff.now} addresses={addresses} />
  return (
    <div className="compare-block" data-change="changed">
      <RenderedNode node={shown} address={addresses[side]} />
    </div>
  )
}

const folding = new Set(['table', 'bulletList', 'orderedList', 'taskList'])

/** The parts of a changed container; long unchanged stretches of lists and tables fold as those of a page do. */
function Children(
  props: Omit<BlockProps, 'diff'> & {
    readonly parent: Node
    readonly blocks: readonly BlockDiff[]
  },
) {
  const { parent, blocks, ...rest } = props
  const view = (diff: BlockDiff, place: number) => (
    <BlockDiffView key={`${place}-${diff.kind}`} diff={diff} {...rest} />
  )
  if (!folding.has(parent.type.name) || blocks.length < 8) return blocks.map(view)
  return stretchesOf(blocks).map((stretch, place) =>
    stretch.kind === 'fold' ? (
      <Folded key={`fold-${place}`} blocks={stretch.blocks} within={parent.type.name}>
        {stretch.blocks.map(view)}
      </Folded>
    ) : (
      view(stretch.diff, place)
    ),
  )
}

function MovedBlock({
  diff,
  addresses,
  side,
}: BlockProps & { diff: BlockDiff & { kind: 'moved' } }) {
  if (side === 'both' && !diff.here) return null
  if (side === (diff.here ? 'before' : 'after')) return null
  if (isPart(diff.now)) return <RenderedNode node={diff.now} address={addresses.after} />
  return (
    <div className="compare-block" data-change="moved">
      <RenderedNode node={diff.now} address={addresses.after} />
      <span className="compare-kind" data-kind="moved">
        {diff.here ? 'Moved here' : 'Moved from here'}
      </span>
    </div>
  )
}

/** One block of a comparison. */
export function BlockDiffView({ diff, addresses, side }: BlockProps) {
  switch (diff.kind) {
    case 'same':
      return <RenderedNode node={diff.now} address={addresses.after} />
    case 'added':
    case 'removed': {
      if (hiddenOn[side] === diff.kind) return null
      const node = diff.kind === 'added' ? diff.now : diff.was
      const View = isPart(node) ? Part : Whole
      return <View kind={diff.kind} node={node} addresses={addresses} />
    }
    case 'moved':
      return <MovedBlock diff={diff} addresses={addresses} side={side} />
    case 'changed':
      return <ChangedBlock diff={diff} addresses={addresses} side={side} />
  }
}
