import { useMemo } from 'react'
import { type BlockDiff, diffDocuments } from '../../../shared/domain/document/diff.ts'
import { openPage } from '../../../shared/domain/document/page.ts'
import { type Addresses, BlockDiffView } from './block-diff-view.tsx'
import { DetailsDiff } from './details-diff.tsx'
import { SourceDiff } from './source-diff.tsx'
import './compare.css'

export interface PageVersions {
  readonly before: string | null
  readonly after: string | null
}

type Stretch =
  | { readonly kind: 'fold'; readonly count: number }
  | { readonly kind: 'block'; readonly diff: BlockDiff }

/** Unchanged stretches fold to a line, but one block before and after each change stays for the reader's bearings. */
export function foldUnchanged(blocks: readonly BlockDiff[]): readonly Stretch[] {
  const near = (i: number) => [i - 1, i, i + 1].some((k) => blocks[k] && blocks[k]?.kind !== 'same')
  const out: Stretch[] = []
  blocks.forEach((diff, i) => {
    if (near(i)) out.push({ kind: 'block', diff })
    else {
      const last = out.at(-1)
      if (last?.kind === 'fold') out[out.length - 1] = { kind: 'fold', count: last.count + 1 }
      else out.push({ kind: 'fold', count: 1 })
    }
  })
  return out
}

const emptyPage = ''

/** A page before and after, rendered with its changes marked; as source where it cannot be rendered. */
export function PageDiffView({
  versions,
  addresses,
}: {
  readonly versions: PageVersions
  readonly addresses: Addresses
}) {
  const { before, after } = versions
  const pages = useMemo(
    () => ({ was: openPage(before ?? emptyPage), now: openPage(after ?? emptyPage) }),
    [before, after],
  )
  const blocks = useMemo(
    () => (pages.was.doc && pages.now.doc ? diffDocuments(pages.was.doc, pages.now.doc) : null),
    [pages],
  )
  return (
    <div className="compare-page">
      <DetailsDiff before={pages.was.front} after={pages.now.front} />
      {blocks === null ? (
        <SourceDiff before={pages.was.body} after={pages.now.body} />
      ) : (
        foldUnchanged(blocks).map((stretch, place) =>
          stretch.kind === 'fold' ? (
            <p className="compare-fold" key={`fold-${place}`}>
              {stretch.count === 1 ? '1 block unchanged' : `${stretch.count} blocks unchanged`}
            </p>
          ) : (
            <BlockDiffView
              key={`${stretch.diff.kind}-${place}`}
              diff={stretch.diff}
              addresses={addresses}
            />
          ),
        )
      )}
    </div>
  )
}
