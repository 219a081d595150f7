import { useEffect, useRef } from 'react'
import type { SiteInfo } from '../../shared/ipc/app-calls.ts'
import { type Section, useSection } from '../lib/section-store.ts'
import { HiddenList } from './hidden-list.tsx'
import { Inspector } from './inspector.tsx'
import { MediaFacts, MediaListPanel, MediaPanel } from './media-parts.tsx'
import { untilDone } from './once-drawn.ts'
import { PageList } from './page-list.tsx'
import { Panels } from './panels.tsx'
import { focusRegion } from './regions.ts'
import { Work } from './work.tsx'

const isLost = () => document.activeElement === null || document.activeElement === document.body

const isDrawn = () => document.querySelector('[data-region="work"] [role="textbox"]') !== null

/** What led to a page from another section goes with that section; the page takes the focus. */
function useFocusBrought(section: Section): void {
  const before = useRef(section)
  useEffect(() => {
    if (before.current === section) return
    before.current = section
    if (section === 'pages') untilDone(() => !isLost() || (isDrawn() && focusRegion('work')))
  }, [section])
}

/** What the chosen section puts into the panels. */
export function Sections({ profile }: Pick<SiteInfo, 'profile'>) {
  const section = useSection((window) => window.section)
  useFocusBrought(section)
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
