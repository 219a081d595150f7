import { nameOf } from '../../../shared/domain/repo-path.ts'
import type { MediaReport } from '../../../shared/ipc/media-calls.ts'
import { useOpenPages } from '../../lib/open-pages-store.ts'
import { Button } from '../../ui/button.tsx'
import { useMedia } from './media-store.ts'
import { usePages } from './use-media-files.ts'

/** Pages that mention files which are not there, and what was probably meant. */
export function BrokenList({ broken }: { readonly broken: MediaReport['broken'] }) {
  const pages = usePages()
  return (
    <ul className="media-broken" aria-label="Broken links">
      {broken.map(({ page, title, at, src, suggestion }) => (
        <li key={`${page} ${at} ${src}`}>
          <span className="media-broken-words">
            <b>{title}</b>
            <span className="media-broken-src">{src}</span>
            {suggestion !== null && (
              <span>
                Perhaps <code>{suggestion}</code> was meant.
              </span>
            )}
          </span>
          {suggestion !== null && (
            <Button
              size="sm"
              variant="quiet"
              onClick={() => useMedia.getState().showFile(suggestion)}
            >
              Show {nameOf(suggestion)}
            </Button>
          )}
          {pages.has(page) && (
            <Button size="sm" onClick={() => useOpenPages.getState().open(page)}>
              Open the page
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
