import type { KeyboardEvent } from 'react'
import { LookMenu } from './look/look-menu.tsx'
import type { PageView } from './session/session-facts.ts'

const views: readonly { readonly id: PageView; readonly label: string }[] = [
  { id: 'write', label: 'Write' },
  { id: 'source', label: 'Source' },
  { id: 'preview', label: 'Preview' },
]

interface Props {
  readonly view: PageView
  readonly writable: boolean
  readonly onView: (view: PageView) => void
}

/** Switches between the ways to look at a page. */
export function ViewTabs({ view, writable, onView }: Props) {
  const shown = views.filter((v) => writable || v.id !== 'write')
  const move = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return
    const at = shown.findIndex((v) => v.id === view)
    const step = event.key === 'ArrowRight' ? 1 : shown.length - 1
    const next = shown[(at + step) % shown.length]
    if (!next) return
    event.preventDefault()
    onView(next.id)
    event.currentTarget.querySelector<HTMLElement>(`[data-view="${next.id}"]`)?.focus()
  }
  return (
    <div className="page-views">
      {view === 'write' && <LookMenu />}
      <div role="tablist" aria-label="View" className="view-tabs" onKeyDown={move}>
        {shown.map((v) => (
          <button
            key={v.id}
            type="button"
            role="tab"
            data-view={v.id}
            aria-selected={v.id === view}
            tabIndex={v.id === view ? 0 : -1}
            onClick={() => onView(v.id)}
          >
            {v.label}
          </button>
        ))}
      </div>
    </div>
  )
}
