import { Search } from 'lucide-react'
import type { SiteInfo } from '../../shared/ipc/app-calls.ts'
import { PublishButton } from '../features/publish/publish-button.tsx'
import { SyncPill } from '../features/publish/sync-pill.tsx'
import { keysOf } from '../lib/command-keys.ts'
import { runCommand } from '../lib/command-store.ts'
import { SiteSwitcher } from './site-switcher.tsx'
import './title-bar.css'

/** The top of the window: which site, where to, how it stands, publish. Empty stretches move the window. */
export function TitleBar({ site }: { readonly site: SiteInfo }) {
  return (
    <header className="title-bar" data-region="title">
      <div className="title-bar-start">
        <SiteSwitcher site={site} />
      </div>
      <button
        type="button"
        className="title-bar-search"
        aria-haspopup="dialog"
        onClick={() => runCommand('go.search')}
      >
        <Search size={14} strokeWidth={2} aria-hidden />
        <span className="title-bar-search-words">Search pages and commands</span>
        <kbd aria-hidden>{keysOf('go.search')}</kbd>
      </button>
      <div className="title-bar-end">
        <SyncPill />
        <PublishButton />
      </div>
    </header>
  )
}
