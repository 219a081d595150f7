import { useQueryClient } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useEffect, useId } from 'react'
import type { RecentSite } from '../../../shared/ipc/app-calls.ts'
import { request, wordsOf } from '../../lib/api.ts'
import { useCall } from '../../lib/use-call.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Spinner } from '../../ui/progress.tsx'
import { toast } from '../../ui/toast.tsx'
import { hueOf, initialsOf, openedWhen, shortFolder } from './recent-words.ts'
import { openRecent, useSiteActions } from './site-actions-store.ts'

function Tile({ site }: { readonly site: RecentSite }) {
  const ground = site.missing ? undefined : `oklch(0.46 0.075 ${hueOf(site.id)})`
  return (
    <span className="recent-tile" style={{ background: ground }} aria-hidden="true">
      {initialsOf(site.name)}
    </span>
  )
}

function wordsAbout(site: RecentSite, isBusy: boolean): string {
  if (isBusy) return 'Opening…'
  if (site.missing) return 'Folder was moved or deleted'
  return site.sample ? 'The sample site, on this computer only' : shortFolder(site.folder)
}

function Recent({ site, onForget }: { readonly site: RecentSite; onForget(): void }) {
  const id = useId()
  const busy = useSiteActions((s) => s.busy)
  const isBusy = busy === site.id
  return (
    <li className={site.missing ? 'recent recent-missing' : 'recent'}>
      <button
        type="button"
        className="recent-open"
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-about ${id}-when`}
        aria-busy={isBusy || undefined}
        disabled={site.missing || busy !== null}
        onClick={() => void openRecent(site.id)}
      >
        <Tile site={site} />
        <span className="recent-words">
          <span className="recent-name" id={`${id}-name`}>
            {site.name}
          </span>
          <span className="recent-about" id={`${id}-about`} title={site.folder}>
            {wordsAbout(site, isBusy)}
          </span>
        </span>
        <span className="recent-when" id={`${id}-when`}>
          {isBusy ? <Spinner /> : openedWhen(site.openedAt, new Date())}
        </span>
      </button>
      <IconButton
        label={`Remove ${site.name} from the list`}
        icon={X}
        size="sm"
        className="recent-forget"
        onClick={onForget}
      />
    </li>
  )
}

/** What the list will look like. */
function Ghosts() {
  return (
    <svg
      className="recent-ghosts"
      viewBox="0 0 240 136"
      width="240"
      height="136"
      aria-hidden="true"
    >
      {[0, 48, 96].map((top) => (
        <g key={top} opacity={1 - top / 144}>
          <rect x="0" y={top} width="44" height="34" rx="5" />
          <rect x="56" y={top + 6} width="116" height="8" rx="4" />
          <rect x="56" y={top + 21} width="76" height="6" rx="3" />
        </g>
      ))}
    </svg>
  )
}

function Body() {
  const client = useQueryClient()
  const recent = useCall('app.recentSites')
  useEffect(() => {
    // Sites are opened and folders vanish while no welcome is shown.
    void client.invalidateQueries({ queryKey: ['app.recentSites'] })
  }, [client])
  const forget = async (id: string) => {
    try {
      await request('app.forgetRecent', { id })
      await client.invalidateQueries({ queryKey: ['app.recentSites'] })
    } catch (error) {
      toast({ title: wordsOf(error), tone: 'problem' })
    }
  }
  if (recent.error)
    return (
      <div className="recent-note" role="alert">
        <p>{wordsOf(recent.error)}</p>
        <Button size="sm" onClick={() => void recent.refetch()}>
          Try again
        </Button>
      </div>
    )
  if (!recent.data) return null
  if (recent.data.length === 0)
    return (
      <div className="recent-note">
        <Ghosts />
        <p>Sites you open appear here, so that you can come back to them with one click.</p>
      </div>
    )
  return (
    <ul aria-label="Recent sites" className="recent-list">
      {recent.data.map((site) => (
        <Recent key={site.id} site={site} onForget={() => void forget(site.id)} />
      ))}
    </ul>
  )
}

/** The sites opened lately, to go on with. */
export function RecentSites() {
  return (
    <section className="welcome-recent">
      <h2>Recent sites</h2>
      <Body />
    </section>
  )
}
