import { Check, CircleDashed, GitBranch, Globe, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SiteInfo } from '../../shared/ipc/app-calls.ts'
import { freshPageState, type SaveState, useOpenPages } from '../lib/open-pages-store.ts'
import { useSection } from '../lib/section-store.ts'
import { CountsPopover } from './counts-popover.tsx'
import './status-bar.css'

function Saved({ save }: { readonly save: SaveState }) {
  switch (save.kind) {
    case 'saved':
      return (
        <>
          <Check className="status-ok" size={14} strokeWidth={2} aria-hidden />
          <span>Saved on this computer</span>
        </>
      )
    case 'saving':
      return (
        <>
          {/* It is shown with every word that is typed: something that turns would have each frame drawn anew. */}
          <CircleDashed size={14} strokeWidth={2} aria-hidden />
          <span>Saving…</span>
        </>
      )
    case 'problem':
      return (
        <>
          <TriangleAlert size={14} strokeWidth={2} aria-hidden />
          <span>Not saved: {save.words}</span>
        </>
      )
  }
}

const inWords = (count: number) => (count === 1 ? '1 word' : `${count.toLocaleString('en')} words`)

function PageFacts({ path }: { readonly path: string }) {
  const words = useOpenPages((pages) => pages.states[path]?.words ?? null)
  const block = useOpenPages((pages) => pages.states[path]?.block ?? null)
  return (
    <>
      {words !== null && (
        <span className="status-fact">
          <CountsPopover path={path}>{inWords(words)}</CountsPopover>
        </span>
      )}
      {block && <span className="status-fact status-block">{block}</span>}
    </>
  )
}

interface Props {
  readonly site: Pick<SiteInfo, 'branch' | 'remote' | 'restriction'>
  /** What the last publish came to. */
  readonly publish: ReactNode
}

/** How the page in front is kept, and where the site goes. Saving is said aloud only when it fails. */
export function StatusBar({ site, publish }: Props) {
  const active = useOpenPages((pages) => pages.active)
  const save = useOpenPages(
    (pages) => (active === null ? null : pages.states[active]?.save) ?? freshPageState.save,
  )
  const isShown = useSection((window) => window.section === 'pages')
  const problem = active !== null && save.kind === 'problem'
  return (
    <footer className="status" data-region="status">
      <div
        role="status"
        aria-label="Save state"
        aria-live={problem ? 'assertive' : 'off'}
        className={problem ? 'status-save status-problem' : 'status-save'}
        title={problem ? save.words : undefined}
      >
        {active !== null &&
          (site.restriction ? <span>Only shown, nothing is saved</span> : <Saved save={save} />)}
      </div>
      {active !== null && isShown && <PageFacts path={active} />}
      <span className="status-gap" />
      {publish}
      {site.branch && (
        <span className="status-fact status-branch" title="Branch">
          <GitBranch size={14} strokeWidth={2} aria-hidden />
          {site.branch}
        </span>
      )}
      {site.remote && (
        <span className="status-fact status-target" title={`Goes to ${site.remote}`}>
          <Globe size={14} strokeWidth={2} aria-hidden />
          <span className="status-words">Goes to {site.remote}</span>
        </span>
      )}
    </footer>
  )
}
