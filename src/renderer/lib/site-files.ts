import { useMemo } from 'react'
import type { Asset } from '../../shared/ipc/site-calls.ts'
import { useCall } from './use-call.ts'

/** The address pages mention a file of the site by: from the root, encoded. */
export function srcOf(path: string): string {
  return `/${path.split('/').map(encodeURIComponent).join('/')}`
}

/** The last part of a path or address, readable. */
export function fileNameOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** Images or documents of the site; null until they are known. */
export function useSiteFiles(kind: Asset['kind']): readonly Asset[] | null {
  const { data } = useCall('site.assets')
  return useMemo(() => data?.filter((asset) => asset.kind === kind) ?? null, [data, kind])
}
