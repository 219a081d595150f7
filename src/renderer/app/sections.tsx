import type { SiteInfo } from '../../shared/ipc/app-calls.ts'
import { useSection } from '../lib/section-store.ts'
import { HiddenList } from './hidden-list.tsx'
import { Inspector } from './inspector.tsx'
import { MediaFacts, MediaListPanel, MediaPanel } from './media-parts.tsx'
import { PageList } from './page-list.tsx'
import { Panels } from './panels.tsx'
import { Work } from './work.tsx'

/** What the chosen section puts into the panels. */
export function Sections({ profile }: Pick<SiteInfo, 'profile'>) {
  const section = useSection((window) => window.section)
  return section === 'pages' ? (
    <Panels
      list={<PageList profile={profile} />}
      work={<Work />}
      inspector={<Inspector profile={profile} />}
    />
  ) : (
    <>
      <HiddenList />
      <Panels list={<MediaListPanel />} work={<MediaPanel />} inspector={<MediaFacts />} />
    </>
  )
}
