import { useEffect, useLayoutEffect } from 'react'
import type { SiteInfo } from '../../shared/ipc/app-calls.ts'
import { useMedia } from '../features/media/media-store.ts'
import { useSection } from '../lib/section-store.ts'
import { useCall } from '../lib/use-call.ts'
import { useReady } from './ready.ts'
import { followEscape } from './regions.ts'
import { useSiteCommands } from './use-site-commands.ts'
import { useSiteTabs } from './use-site-tabs.ts'
import { useTabCommands } from './use-tab-commands.ts'
import { useViewCommands } from './use-view-commands.ts'

/** Every site is opened on its pages; what was chosen in another one means nothing here. */
function useFreshSections(): void {
  useLayoutEffect(() => {
    useSection.getState().show('pages')
    useMedia.getState().reset()
  }, [])
}

/** What a site's window does beside being drawn: its tabs, its commands, and saying when it is there. */
export function useSiteWindow(site: SiteInfo): void {
  useFreshSections()
  useSiteTabs(site)
  useSiteCommands(site)
  useTabCommands()
  useViewCommands()
  useEffect(followEscape, [])
  useReady(!useCall('site.tree').isPending)
}
