import type { SiteInfo } from '../../shared/ipc/app-calls.ts'
import { Palette } from '../features/palette/palette.tsx'
import { PublishButton } from '../features/publish/publish-button.tsx'
import { PublishStatus } from '../features/publish/publish-status.tsx'
import { SyncPill } from '../features/publish/sync-pill.tsx'
import { pagesToReturnTo } from '../lib/site-tabs.ts'
import { PublishDialogs } from './publish-slots.tsx'
import { Rail } from './rail.tsx'
import { Sections } from './sections.tsx'
import { SiteNotices } from './site-notices.tsx'
import { StatusBar } from './status-bar.tsx'
import { TitleBar } from './title-bar.tsx'
import { useSiteWindow } from './use-site-window.ts'

/** The window of an open site. */
export function SiteWindow({ site }: { readonly site: SiteInfo }) {
  useSiteWindow(site)
  return (
    <div className="shell">
      <TitleBar site={site}>
        <SyncPill />
        <PublishButton />
      </TitleBar>
      <SiteNotices site={site} />
      <div className="shell-body">
        <Rail />
        <Sections profile={site.profile} />
      </div>
      <StatusBar site={site} publish={<PublishStatus />} />
      <Palette recent={() => pagesToReturnTo(site.id)} />
      <PublishDialogs />
    </div>
  )
}
