import { useEffect } from 'react'
import { keysOf } from '../lib/command-keys.ts'
import { runCommand } from '../lib/command-store.ts'
import { Fetched } from '../lib/fetched.tsx'
import { useOpenPages } from '../lib/open-pages-store.ts'
import { endStartUp } from '../lib/start-up.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { useFocusKept } from './keep-focus.ts'
import { pageEditor } from './page-parts.ts'
import { TabBar } from './tab-bar.tsx'
import { panelId, tabId } from './tab-ids.ts'

function NothingOpen() {
  useEffect(endStartUp, [])
  return (
    <EmptyState
      title="No page is open"
      text={`Choose a page in the list, or press ${keysOf('go.search')} and type a part of its name.`}
      action={
        <Button size="lg" onClick={() => runCommand('go.search')}>
          Go to a page…
        </Button>
      }
    />
  )
}

/** The middle of the window: the tabs, and the page in front. */
export function Work() {
  const active = useOpenPages((pages) => pages.active)
  const view = useOpenPages((pages) => pages.tabs.find(({ path }) => path === active)?.view)
  useFocusKept(active, view)
  return (
    <section className="shell-work" data-region="work" aria-label="Open page">
      {active === null ? (
        <NothingOpen />
      ) : (
        <>
          <TabBar />
          <div className="shell-page" role="tabpanel" id={panelId} aria-labelledby={tabId(active)}>
            <ErrorBoundary key={active} part="This page">
              <Fetched part={pageEditor} key={active} with={{ path: active }} />
            </ErrorBoundary>
          </div>
        </>
      )}
    </section>
  )
}
