import { Info, X } from 'lucide-react'
import { useState } from 'react'
import type { SiteInfo } from '../../shared/ipc/app-calls.ts'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Popover } from '../ui/popover.tsx'

type Restriction = NonNullable<SiteInfo['restriction']>

function Found({ restriction }: { readonly restriction: Restriction }) {
  return (
    <Popover
      label="What was found"
      trigger={
        <Button size="sm" variant="quiet">
          What was found
        </Button>
      }
    >
      <div className="notice-why">
        <h2>For the site’s developer</h2>
        <ul className="selectable">
          {restriction.found.map((line) => (
            <li key={line}>
              <code>{line}</code>
            </li>
          ))}
        </ul>
      </div>
    </Popover>
  )
}

/** What is unusual about the site as a whole: a calm line under the title bar. */
export function SiteNotices({ site }: { readonly site: SiteInfo }) {
  const [closed, setClosed] = useState(false)
  const { restriction, notice } = site
  return (
    <>
      {restriction && (
        <section className="notice notice-problem" aria-label="This site is only shown">
          <Info size={14} strokeWidth={2} aria-hidden />
          <p>{restriction.reason}</p>
          <Found restriction={restriction} />
        </section>
      )}
      {notice && !restriction && !closed && (
        <section className="notice" aria-label="About this site">
          <Info size={14} strokeWidth={2} aria-hidden />
          <p>{notice}</p>
          <IconButton size="sm" label="Close" icon={X} onClick={() => setClosed(true)} />
        </section>
      )}
    </>
  )
}
