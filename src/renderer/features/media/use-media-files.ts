import { useMemo } from 'react'
import type { MediaFile } from '../../../shared/ipc/media-calls.ts'
import { pageIndexOf } from '../../lib/page-index.ts'
import { useCall } from '../../lib/use-call.ts'
import { useMedia } from './media-store.ts'
import { type Findings, filesIn, isCheck } from './model/places.ts'
import { found, sorted } from './model/shown-files.ts'
import { useFindings } from './use-report.ts'

/** The media of the site by path; empty until they are known. */
export function useFilesByPath(): ReadonlyMap<string, MediaFile> {
  const { data } = useCall('media.list')
  return useMemo(() => new Map(data?.map((file) => [file.path, file])), [data])
}

/** False for sites that are only shown: what cannot be done is not offered. */
export function useCanChange(): boolean {
  const site = useCall('app.state').data?.site
  return site === undefined || site === null || site.restriction === null
}

const noPages: ReadonlySet<string> = new Set()

/** What can be opened as a page; settings and data files mention images too. */
export function usePages(): ReadonlySet<string> {
  const nodes = useCall('site.tree').data?.nodes
  return useMemo(() => (nodes ? new Set(pageIndexOf(nodes).byPath.keys()) : noPages), [nodes])
}

/** The files of these paths that are still there, in their order. */
export function useFiles(paths: readonly string[]): readonly MediaFile[] {
  const byPath = useFilesByPath()
  return useMemo(() => paths.flatMap((path) => byPath.get(path) ?? []), [paths, byPath])
}

export interface ShownFiles {
  /** All of the place; null until known. */
  readonly files: readonly MediaFile[] | null
  /** Those that fit the search and the kind, in order. */
  readonly shown: readonly MediaFile[]
  readonly report: Findings | null
  readonly error: Error | null
  retry(): void
}

/** The files that the middle of the section shows. */
export function useShownFiles(): ShownFiles {
  const list = useCall('media.list')
  const reported = useFindings()
  const place = useMedia((media) => media.place)
  const search = useMedia((media) => media.search)
  const type = useMedia((media) => media.type)
  const sort = useMedia((media) => media.sort)
  const report = reported.findings
  const waits = (isCheck(place) && report === null) || (place === 'alike' && !report?.alike)
  const files = useMemo(
    () => (list.data && !waits ? filesIn(place, list.data, report) : null),
    [list.data, place, report, waits],
  )
  const shown = useMemo(() => {
    const hits = found(files ?? [], search, type)
    // Files that are the same, or look it, stand beside each other.
    return place === 'duplicates' || place === 'alike' ? hits : sorted(hits, sort)
  }, [files, search, type, sort, place])
  const error = list.data ? reported.error : list.error
  return {
    files,
    shown,
    report,
    error: files === null ? error : null,
    retry: list.data ? reported.retry : () => void list.refetch(),
  }
}
