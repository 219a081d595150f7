import { useEffect } from 'react'
import type { SiteInfo } from '../../shared/ipc/app-calls.ts'
import { PageTree } from '../features/page-tree/page-tree.tsx'
import { Palette } from '../features/palette/palette.tsx'
import { PublishButton } from '../features/publish/publish-button.tsx'
import { PublishDialogs } from '../features/publish/publish-dialogs.tsx'
import { PublishStatus } from '../features/publish/publish-status.tsx'
import { SyncPill } from '../features/publish/sync-pill.tsx'
import { useOpenPages } from '../lib/open-pages-store.ts'
import { useCall } from '../lib/use-call.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { Inspector } from './inspector.tsx'
import { Panels } from './panels.tsx'
import { Rail } from './rail.tsx'
import { useReady } from './ready.ts'
import { followEscape } from './regions.ts'
import { SiteNotices } from './site-notices.tsx'
import { readSiteTabs } from './site-tabs.ts'
import { StatusBar } from './status-bar.tsx'
import { TitleBar } from './title-bar.tsx'
import { useSiteCommands } from './use-site-commands.ts'
import { useSiteTabs } from './use-site-tabs.ts'
import { useTabCommands } from './use-tab-commands.ts'
import { useViewCommands } from './use-view-commands.ts'
import { Work } from './work.tsx'

function PageList({ profile }: Pick<SiteInfo, 'profile'>) {
  return (
    <section className="shell-list" data-region="list" aria-label="Page list">
      <ErrorBoundary part="The page list">
        <PageTree profile={profile} />
      </ErrorBoundary>
    </section>
  )
}

/** Where one may want to go back to; one is on the page in front already. */
const recentPages = (siteId: string) =>
  (readSiteTabs(siteId)?.recent ?? []).filter((path) => path !== useOpenPages.getState().active)

/** The window of an open site. */
export function SiteWindow({ site }: { readonly site: SiteInfo }) {
  useSiteTabs(site)
  useSiteCommands(site)
  useTabCommands()
  useViewCommands()
  useEffect(followEscape, [])
  const tree = useCall('site.tree')
  useReady(!tree.isPending)
  return (
    <div className="shell">
      <TitleBar site={site}>
        <SyncPill />
        <PublishButton />
      </TitleBar>
      <SiteNotices site={site} />
      <div className="shell-body">
        <Rail />
        <Panels
          list={<PageList profile={site.profile} />}
          work={<Work />}
          inspector={<Inspector profile={site.profile} />}
        />
      </div>
      <StatusBar site={site} publish={<PublishStatus />} />
      <Palette recent={() => recentPages(site.id)} />
      <PublishDialogs />
    </div>
  )
}
