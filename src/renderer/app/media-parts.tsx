import type { ReactNode } from 'react'
import { Fetched, fetchable } from '../lib/fetched.tsx'
import { ErrorBoundary } from './error-boundary.tsx'

/** The window opens on its pages; the media section is fetched when someone goes there. */
const mediaList = fetchable(
  async () => (await import('../features/media/media-list.tsx')).MediaList,
)
const mediaWork = fetchable(
  async () => (await import('../features/media/media-work.tsx')).MediaWork,
)
const mediaInspector = fetchable(
  async () => (await import('../features/media/media-inspector.tsx')).MediaInspector,
)

function Part({ part, children }: { readonly part: string; readonly children: ReactNode }) {
  return <ErrorBoundary part={part}>{children}</ErrorBoundary>
}

/** The lists and folders of the media section. */
export function MediaListPanel() {
  return (
    <section className="shell-list" data-region="list" aria-label="Media list">
      <Part part="The media list">
        <Fetched part={mediaList} with={{}} />
      </Part>
    </section>
  )
}

/** The images and documents of the site. */
export function MediaPanel() {
  return (
    <section className="shell-work" data-region="work" aria-label="Images and documents">
      <Part part="The media section">
        <Fetched part={mediaWork} with={{}} />
      </Part>
    </section>
  )
}

/** What there is to know about the chosen files. */
export function MediaFacts() {
  return (
    <section className="inspector" data-region="inspector" aria-label="Inspector">
      <Part part="This panel">
        <Fetched part={mediaInspector} with={{}} />
      </Part>
    </section>
  )
}
