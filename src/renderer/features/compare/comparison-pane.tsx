import { ChevronDown, ChevronUp } from 'lucide-react'
import { type ReactNode, useDeferredValue, useMemo, useRef, useState } from 'react'
import { mediaUrl } from '../../../shared/domain/site/media-url.ts'
import type { Comparison } from '../../../shared/ipc/publish-calls.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Hidden } from '../../ui/visually-hidden.tsx'
import { useChangeSteps } from './change-steps.ts'
import { type ComparisonModel, changesInWords, modelOf } from './comparison-model.ts'
import './compare.css'
import { FileFacts, PictureDiff } from './file-views.tsx'
import { MarkedPage, SideBySidePage, WholePage } from './page-views.tsx'
import type { Addresses } from './site-picture.tsx'
import { SourceDiff } from './source-diff.tsx'

const views = [
  { id: 'marked', label: 'Marked' },
  { id: 'sides', label: 'Side by side' },
  { id: 'source', label: 'Source' },
] as const
type View = (typeof views)[number]['id']

export interface ComparisonProps {
  /** What the file is called by people. */
  readonly title: string
  readonly comparison: Comparison
  readonly siteId: string
  /** The version on the left, as media addresses name it: `published` or a commit. */
  readonly beforeVersion: string
  /** The version on the right; left out, the file as it is now. */
  readonly afterVersion?: string
  /** Buttons of the place it is shown in. */
  readonly actions?: ReactNode
}

/** What scrolls must be reachable by keyboard, also where the browser does not see to it. */
const reachable = { tabIndex: 0 } as const

interface ContentProps {
  readonly comparison: Comparison
  readonly model: ComparisonModel
  readonly view: View
  readonly addresses: Addresses
}

function Content({ comparison, model, view, addresses }: ContentProps) {
  const source = (
    <SourceDiff before={comparison.before.text ?? ''} after={comparison.after.text ?? ''} />
  )
  switch (model.kind) {
    case 'page':
      if (view === 'source') return source
      return view === 'marked' ? (
        <MarkedPage {...model} addresses={addresses} />
      ) : (
        <SideBySidePage {...model} addresses={addresses} />
      )
    case 'whole-page':
      return view === 'source' ? source : <WholePage {...model} addresses={addresses} />
    case 'text':
      return source
    case 'picture':
      return <PictureDiff comparison={comparison} />
    case 'file':
      return <FileFacts comparison={comparison} />
  }
}

const viewsOf = (model: ComparisonModel) => {
  if (model.kind === 'page') return views
  return model.kind === 'whole-page' ? [{ id: 'marked' as const, label: 'Page' }, views[2]] : []
}

/** What is different between two versions of one file, with its views and steps from change to change. */
export function ComparisonPane(props: ComparisonProps) {
  const { title, siteId, beforeVersion, afterVersion, actions } = props
  const comparison = useDeferredValue(props.comparison)
  const model = useMemo(() => modelOf(comparison), [comparison])
  const [wanted, setWanted] = useState<View>('marked')
  const scroller = useRef<HTMLDivElement>(null)
  const offered: readonly { readonly id: View; readonly label: string }[] = viewsOf(model)
  const view = offered.some((v) => v.id === wanted) ? wanted : 'marked'
  const shown = `${comparison.path} ${view}`
  const { at, total, step } = useChangeSteps(scroller, shown)
  const addresses = useMemo<Addresses>(
    () => ({
      before: (src) => mediaUrl(siteId, src, beforeVersion),
      after: (src) => mediaUrl(siteId, src, afterVersion),
    }),
    [siteId, beforeVersion, afterVersion],
  )
  const canStep = model.kind === 'page' || model.kind === 'text'
  return (
    <section className="compare-pane" aria-label={`Changes in ${title}`}>
      <div className="compare-bar">
        <h3>{title}</h3>
        <span className="compare-count">
          {at && canStep ? `Change ${at.now} of ${at.of}` : changesInWords(model, total)}
        </span>
        <span className="compare-grow" />
        {actions}
        {offered.length > 0 && (
          <Segmented label="Show changes" value={view} options={offered} onChange={setWanted} />
        )}
        {canStep && (
          <>
            <IconButton label="Previous change" icon={ChevronUp} onClick={() => step(-1)} />
            <IconButton label="Next change" icon={ChevronDown} onClick={() => step(1)} />
            <Hidden>
              <span role="status">{at ? `Change ${at.now} of ${at.of}` : ''}</span>
            </Hidden>
          </>
        )}
      </div>
      <div className="compare-scroll" ref={scroller} key={shown} {...reachable}>
        <Content comparison={comparison} model={model} view={view} addresses={addresses} />
      </div>
    </section>
  )
}
