import { useCallback } from 'react'
import type { ChangeMark } from '../../shared/ipc/site-calls.ts'
import { pageIndexOf, titleOfPath } from '../lib/page-index.ts'
import { useCall } from '../lib/use-call.ts'

/** What the page of a path is called; its file's name until the tree is there. */
export function usePageTitle(): (path: string) => string {
  const nodes = useCall('site.tree').data?.nodes
  return useCallback(
    (path) => (nodes && pageIndexOf(nodes).byPath.get(path)?.title) || titleOfPath(path),
    [nodes],
  )
}

/** How a page differs from the published site, if it does. */
export function usePageMarks(): Readonly<Record<string, ChangeMark>> {
  return useCall('site.marks').data ?? noMarks
}
const noMarks: Readonly<Record<string, ChangeMark>> = {}
