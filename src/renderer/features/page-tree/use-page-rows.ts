import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { SiteProfile } from '../../../shared/domain/site/site-profile.ts'
import { request } from '../../lib/api.ts'
import { useCall } from '../../lib/use-call.ts'
import { type PageRow, pageRows } from './page-rows.ts'

/** The rows of the open site as far as they are known, and what keeps them from being known. */
export interface PageRows {
  readonly rows: readonly PageRow[] | null
  /** For what is remembered of the site. */
  readonly site: string | null
  readonly error: Error | null
  retry(): void
}

/** Marks come later than the tree and may fail on their own; the pages are shown all the same. */
export function usePageRows(profile: SiteProfile): PageRows {
  const tree = useCall('site.tree')
  const marks = useCall('site.marks')
  // Asked anew each time the list appears: the window may show another site by then.
  const state = useQuery({
    queryKey: ['page-tree.site'],
    queryFn: () => request('app.state'),
    staleTime: 0,
    gcTime: 0,
  })
  const nodes = tree.data?.nodes
  const rows = useMemo(
    () => (nodes ? pageRows(nodes, marks.data ?? {}, profile) : null),
    [nodes, marks.data, profile],
  )
  return {
    rows: state.isPending ? null : rows,
    site: state.data?.site?.id ?? null,
    error: rows ? null : tree.error,
    retry: () => void tree.refetch(),
  }
}
