import { useMemo } from 'react'
import { mediaUrl } from '../../../shared/domain/site/media-url.ts'
import './compare.css'
import { modelOf } from './comparison-model.ts'
import { MarkedPage } from './page-views.tsx'
import type { Addresses } from './site-picture.tsx'
import { SourceDiff } from './source-diff.tsx'

export interface MarkedTextProps {
  readonly siteId: string
  /** A file name tells whether it is a page. */
  readonly path: string
  readonly before: string
  readonly after: string
}

/** A few blocks of a page, or lines of another file, with what changed marked: no views, no bar. */
export function MarkedText({ siteId, path, before, after }: MarkedTextProps) {
  const model = useMemo(() => {
    const side = (text: string) => ({ text, image: null, bytes: null })
    return modelOf({ path, before: side(before), after: side(after) })
  }, [path, before, after])
  const addresses = useMemo<Addresses>(
    () => ({
      before: (src) => mediaUrl(siteId, src, 'published'),
      after: (src) => mediaUrl(siteId, src),
    }),
    [siteId],
  )
  if (model.kind === 'page') return <MarkedPage {...model} addresses={addresses} />
  return <SourceDiff before={before} after={after} />
}
