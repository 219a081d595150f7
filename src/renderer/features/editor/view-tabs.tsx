import type { KeyboardEvent } from 'react'
import type { PageView } from './session/document-session.ts'

const views: readonly { readonly id: PageView; readonly label: string }[] = [
  { id: 'write', label: 'Write' },
  { id: 'source', label: 'Source' },
]

interface Props {
  readonly view: PageView
  readonly writable: boolean
  readonly onView: (view: PageView) => void
}

/** Switches between the ways to look at a page. */
export function ViewTabs({ view, writable, onView }: Props) {
  const shown = views.filter((v) => writable || v.id === 'source')
  const move = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return
    const other = shown.find((v) => v.id !== view)
    if (other) onView(other.id)
  }
  return (
    <div role="tablist" aria-label="View" className="view-tabs" onKeyDown={move}>
      {shown.map((v) => (
        <button
          key={v.id}
          type="button"
          role="tab"
          aria-selected={v.id === view}
          tabIndex={v.id === view ? 0 : -1}
          onClick={() => onView(v.id)}
        >
          {v.label}
        </button>
      ))}
    </div>
  )
}
