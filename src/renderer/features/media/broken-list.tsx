import { nameOf } from '../../../shared/domain/repo-path.ts'
import type { MediaReport } from '../../../shared/ipc/media-calls.ts'
import { useOpenPages } from '../../lib/open-pages-store.ts'
import { Button } from '../../ui/button.tsx'
import { useMedia } from './media-store.ts'
import { counted } from './model/file-words.ts'
import { isRepairable, type Repairable, repair, repairSure } from './repair-links.ts'
import { useCanChange, usePages } from './use-media-files.ts'

type Broken = MediaReport['broken'][number]

function SureOnes({ links }: { readonly links: readonly Repairable[] }) {
  return (
    <div className="media-broken-sure">
      <p>
        For {counted(links.length, 'link')} only one file of the site can be meant: it has the same
        name, in another folder or written a little differently.
      </p>
      <Button size="sm" variant="primary" onClick={() => void repairSure(links)}>
        Repair {links.length === 1 ? 'it' : `all ${links.length}`}…
      </Button>
    </div>
  )
}

function Meant({ link, canChange }: { readonly link: Repairable; readonly canChange: boolean }) {
  const { suggestion } = link
  return (
    <>
      <Button size="sm" variant="quiet" onClick={() => useMedia.getState().showFile(suggestion)}>
        Show {nameOf(suggestion)}
      </Button>
      {canChange && (
        <Button size="sm" onClick={() => void repair([link])}>
          Use this one
        </Button>
      )}
    </>
  )
}

/** Pages that mention files which are not there, and what was probably meant. */
export function BrokenList({ broken }: { readonly broken: readonly Broken[] }) {
  const pages = usePages()
  const canChange = useCanChange()
  const repairable = broken.filter(isRepairable)
  const sure = repairable.filter((link) => link.sure)
  const others = broken.filter((link) => !isRepairable(link))
  return (
    <div className="media-broken">
      {canChange && sure.length > 0 && <SureOnes links={sure} />}
      <ul aria-label="Broken links">
        {[...repairable, ...others].map((link) => (
          <li key={`${link.page} ${link.at} ${link.src}`}>
            <span className="media-broken-words">
              <b>{link.title}</b>
              <span className="media-broken-src">{link.src}</span>
              {link.suggestion !== null && (
                <span>
                  Perhaps <code>{link.suggestion}</code> was meant.
                </span>
              )}
            </span>
            {isRepairable(link) && <Meant link={link} canChange={canChange} />}
            {pages.has(link.page) && (
              <Button
                size="sm"
                variant="quiet"
                onClick={() => useOpenPages.getState().open(link.page)}
              >
                Open the page
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
