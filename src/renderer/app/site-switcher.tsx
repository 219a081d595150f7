import { ChevronDown, FolderOpen } from 'lucide-react'
import type { RecentSite, SiteInfo } from '../../shared/ipc/app-calls.ts'
import { openRecent } from '../features/welcome/site-actions-store.ts'
import { useCall } from '../lib/use-call.ts'
import { MenuButton, type MenuEntry } from '../ui/menu.tsx'
import { commandEntry } from './command-entries.ts'

const most = 6

const recentEntry = ({ id, name, missing, folder }: RecentSite): MenuEntry => ({
  label: name,
  icon: FolderOpen,
  hint: missing ? 'Folder not found' : (folder.split(/[\\/]/).at(-1) ?? ''),
  disabled: missing,
  run: () => void openRecent(id),
})

function entriesOf(site: SiteInfo, recent: readonly RecentSite[]): readonly MenuEntry[] {
  const others = recent.filter(({ id }) => id !== site.id).slice(0, most)
  return [
    ...(others.length > 0
      ? [{ group: 'Recent sites' }, ...others.map(recentEntry), 'line' as const]
      : []),
    commandEntry('site.open-folder'),
    commandEntry('site.clone'),
    ...(site.sample ? [commandEntry('site.fresh-sample')] : [commandEntry('site.open-sample')]),
    'line',
    commandEntry('site.show-in-folder'),
    commandEntry('site.close'),
  ]
}

/** The open site's name; a click leads to the other sites. */
export function SiteSwitcher({ site }: { readonly site: SiteInfo }) {
  const recent = useCall('app.recentSites').data ?? []
  return (
    <MenuButton
      label="Sites"
      entries={() => entriesOf(site, recent)}
      trigger={
        <button type="button" className="title-bar-site" data-region-start title={site.folder}>
          <span className="title-bar-mark" aria-hidden>
            {[...site.name][0]?.toUpperCase()}
          </span>
          <span className="title-bar-name">{site.name}</span>
          <ChevronDown size={14} strokeWidth={2} aria-hidden />
        </button>
      }
    />
  )
}
