import { PanelRight, Search } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SiteInfo } from '../../shared/ipc/app-calls.ts'
import { keysOf } from '../lib/command-keys.ts'
import { runCommand } from '../lib/command-store.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { SiteSwitcher } from './site-switcher.tsx'
import './title-bar.css'
import { usePanel } from './use-panels.ts'

interface Props {
  readonly site: SiteInfo
  /** How the site stands and what can be published, at the end. */
  readonly children: ReactNode
}

/** Brings back what does not fit beside the work, or was put away. */
function InspectorButton() {
  const { place } = usePanel('inspector')
  const keys = keysOf('view.inspector')
  if (place !== 'hidden') return null
  return (
    <IconButton
      label="Show inspector"
      icon={PanelRight}
      {...(keys === undefined ? {} : { keys })}
      onClick={() => runCommand('view.inspector')}
    />
  )
}

/** The top of the window: which site, where to, how it stands, publish. Empty stretches move the window. */
export function TitleBar({ site, children }: Props) {
  return (
    <header className="title-bar" data-region="title">
      <h1 className="ui-hidden">{site.name}</h1>
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
        <span className="title-bar-search-words">Search pages, media and commands</span>
        <kbd aria-hidden>{keysOf('go.search')}</kbd>
      </button>
      <div className="title-bar-end">
        {children}
        <InspectorButton />
      </div>
    </header>
  )
}
