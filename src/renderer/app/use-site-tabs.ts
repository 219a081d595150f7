import { useEffect, useLayoutEffect, useRef } from 'react'
import type { SiteInfo } from '../../shared/ipc/app-calls.ts'
import { useOpenPages } from '../lib/open-pages-store.ts'
import { pageIndexOf } from '../lib/page-index.ts'
import { followSiteTabs, readSiteTabs } from '../lib/site-tabs.ts'
import { useCall } from '../lib/use-call.ts'
import { firstPage } from './first-page.ts'

/** Brings the tabs back as they were left; the sample greets its first visitor with a page. */
export function useSiteTabs({ id, sample }: SiteInfo): void {
  const known = useRef<boolean | null>(null)
  known.current ??= readSiteTabs(id) !== null
  useLayoutEffect(() => followSiteTabs(id), [id])

  const nodes = useCall('site.tree').data?.nodes
  const looked = useRef(false)
  useEffect(() => {
    if (!nodes || looked.current) return
    looked.current = true
    const { tabs, close, open } = useOpenPages.getState()
    const { byPath } = pageIndexOf(nodes)
    // Pages that went while the site was closed; what is on screen now is not theirs to say.
    for (const { path } of tabs) if (!byPath.has(path)) close(path)
    const first = sample && !known.current ? firstPage(nodes) : null
    if (first !== null) open(first)
  }, [nodes, sample])
}
