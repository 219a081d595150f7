import { Fragment } from 'react'
import type { BlockDiff } from '../../../shared/domain/document/diff.ts'
import type { OpenedPage } from '../../../shared/domain/document/types.ts'
import { BlockDiffView, type Side } from './block-diff-view.tsx'
import { DetailsDiff } from './details-diff.tsx'
import { stretchesOf } from './fold-unchanged.ts'
import { Folded } from './folded.tsx'
import { RenderedNode } from './rendered-node.tsx'
import type { Addresses } from './site-picture.tsx'

interface Props {
  readonly was: OpenedPage
  readonly now: OpenedPage
  readonly blocks: readonly BlockDiff[]
  readonly addresses: Addresses
}

/** A page with its changes marked in the text. */
export function MarkedPage({ was, now, blocks, addresses }: Props) {
  const view = (diff: BlockDiff, place: number) => (
    <BlockDiffView key={`${diff.kind}-${place}`} diff={diff} addresses={addresses} side="both" />
  )
  return (
    <div className="compare-page">
      <DetailsDiff before={was.front} after={now.front} />
      {stretchesOf(blocks).map((stretch, place) =>
        stretch.kind === 'fold' ? (
          <Folded key={`fold-${place}`} blocks={stretch.blocks}>
            {stretch.blocks.map(view)}
          </Folded>
        ) : (
          view(stretch.diff, place)
        ),
      )}
    </div>
  )
}

const isOn = (diff: BlockDiff, side: Exclude<Side, 'both'>) => {
  if (diff.kind === 'added') return side === 'after'
  if (diff.kind === 'removed') return side === 'before'
  if (diff.kind === 'moved') return diff.here === (side === 'after')
  return true
}

function Row({ diff, addresses }: { readonly diff: BlockDiff; readonly addresses: Addresses }) {
  return (['before', 'after'] as const).map((side) => (
    <div key={side} className="compare-cell" data-side={side}>
      {isOn(diff, side) ? (
        <BlockDiffView diff={diff} addresses={addresses} side={side} />
      ) : (
        <div className="compare-gap" aria-hidden="true" />
      )}
    </div>
  ))
}

/** Both versions beside each other, their lines level. */
export function SideBySidePage({ was, now, blocks, addresses }: Props) {
  const row = (diff: BlockDiff, place: number) => (
    <Row key={`${diff.kind}-${place}`} diff={diff} addresses={addresses} />
  )
  return (
    <div className="compare-page compare-sides">
      <h3 className="compare-side-name">Before</h3>
      <h3 className="compare-side-name" data-side="after">
        After
      </h3>
      <DetailsRow before={was.front} after={now.front} />
      {stretchesOf(blocks).map((stretch, place) => (
        <Fragment key={`${stretch.kind}-${place}`}>
          {stretch.kind === 'fold' ? (
            <Folded blocks={stretch.blocks}>{stretch.blocks.map(row)}</Folded>
          ) : (
            row(stretch.diff, place)
          )}
        </Fragment>
      ))}
    </div>
  )
}

function DetailsRow(fronts: { readonly before: string; readonly after: string }) {
  return (['before', 'after'] as const).map((side) => (
    <div key={side} className="compare-cell" data-side={side}>
      <DetailsDiff {...fronts} side={side} />
    </div>
  ))
}

/** A page that is new or goes: as readers see it, without marks on every word. */
export function WholePage(props: {
  readonly page: OpenedPage
  readonly gone: boolean
  readonly addresses: Addresses
}) {
  const { page, gone, addresses } = props
  const address = gone ? addresses.before : addresses.after
  return (
    <div className="compare-page" data-gone={gone || undefined}>
      <DetailsDiff before={gone ? page.front : ''} after={gone ? '' : page.front} plain />
      {page.doc?.content.content.map((node, place) => (
        <RenderedNode key={`${place}-${node.nodeSize}`} node={node} address={address} />
      ))}
    </div>
  )
}
