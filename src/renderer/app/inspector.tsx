import type { KeyboardEvent } from 'react'
import type { SiteProfile } from '../../shared/domain/site/site-profile.ts'
import { Fetched } from '../lib/fetched.tsx'
import { useOpenPages } from '../lib/open-pages-store.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import './inspector.css'
import { type InspectorTab, useLayout } from './layout-store.ts'
import { outlinePanel, pageDetails } from './page-parts.ts'

const tabs: readonly { readonly id: InspectorTab; readonly label: string }[] = [
  { id: 'details', label: 'Details' },
  { id: 'outline', label: 'Outline' },
]

function Tabs({ current }: { readonly current: InspectorTab }) {
  const { setTab } = useLayout.getState()
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return
    const other = tabs.find(({ id }) => id !== current)
    if (!other) return
    event.preventDefault()
    setTab(other.id)
    event.currentTarget.querySelector<HTMLElement>(`#inspector-tab-${other.id}`)?.focus()
  }
  return (
    <div className="inspector-tabs" role="tablist" aria-label="Inspector" onKeyDown={onKey}>
      {tabs.map(({ id, label }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`inspector-tab-${id}`}
          aria-selected={id === current}
          aria-controls={id === current ? 'inspector-panel' : undefined}
          tabIndex={id === current ? 0 : -1}
          onClick={() => setTab(id)}
        >
          {label}
        </button>
      ))}
    </div>
  )
}

/** What belongs to the page in front: its details, its headings. */
export function Inspector({ profile }: { readonly profile: SiteProfile }) {
  const tab = useLayout((layout) => layout.tab)
  const active = useOpenPages((pages) => pages.active)
  return (
    <section className="inspector" data-region="inspector" aria-label="Inspector">
      <Tabs current={tab} />
      <div
        className="inspector-panel"
        role="tabpanel"
        id="inspector-panel"
        aria-labelledby={`inspector-tab-${tab}`}
        tabIndex={-1}
      >
        {active === null ? (
          <p className="inspector-empty">
            {tab === 'details'
              ? 'Details of the open page will be shown here.'
              : 'Headings of the open page will be listed here.'}
          </p>
        ) : (
          <ErrorBoundary key={`${tab}-${active}`} part="This panel">
            {tab === 'details' ? (
              <Fetched part={pageDetails} with={{ path: active, profile }} />
            ) : (
              <Fetched part={outlinePanel} with={{ path: active }} />
            )}
          </ErrorBoundary>
        )}
      </div>
    </section>
  )
}
