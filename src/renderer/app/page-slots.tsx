import { useMemo } from 'react'
import type { SiteProfile } from '../../shared/domain/site/site-profile.ts'
import { PageDetails as DetailsForm } from '../features/details/page-details.tsx'
import type { VersionsProps } from '../features/editor/changed-elsewhere.tsx'
import { usePageEntry } from '../features/editor/open-sessions.ts'
import { OutlinePanel as Outline } from '../features/editor/outline/outline-panel.tsx'
import { PageEditor as Editor } from '../features/editor/page-editor.tsx'
import type { DocumentSession } from '../features/editor/session/document-session.ts'
import { useSessionFact } from '../features/editor/use-session-fact.ts'
import { Fetched, fetchable } from '../lib/fetched.tsx'
import { useCall } from '../lib/use-call.ts'
import { comparisonPane } from './comparison-part.ts'
import { ErrorBoundary } from './error-boundary.tsx'

/** Its own engine is as large as the editor's, and many never look at the source. */
const sourceView = fetchable(
  async () => (await import('../features/source-view/source-view.tsx')).SourceView,
)

const previewView = fetchable(
  async () => (await import('../features/preview/preview-view.tsx')).PreviewView,
)

const sideOf = (text: string) => ({ text, image: null, bytes: null })

/** What another program made of a page that is being written. */
function Versions({ path, mine, theirs }: VersionsProps) {
  const siteId = useCall('app.state').data?.site?.id ?? ''
  const comparison = useMemo(
    () => ({ path, before: sideOf(mine), after: sideOf(theirs) }),
    [path, mine, theirs],
  )
  return (
    <ErrorBoundary part="This comparison">
      <Fetched
        part={comparisonPane}
        with={{ title: 'Their changes to yours', comparison, siteId, beforeVersion: 'published' }}
      />
    </ErrorBoundary>
  )
}

export interface PageProps {
  readonly path: string
}

/** The middle of the window: a page in its views. */
export function PageEditor({ path }: PageProps) {
  return (
    <Editor
      path={path}
      renderSource={(props) => <Fetched part={sourceView} with={props} />}
      renderPreview={(props) => <Fetched part={previewView} with={props} />}
      renderVersions={(props) => <Versions {...props} />}
    />
  )
}

function OpenDetails(props: { session: DocumentSession; profile: SiteProfile }) {
  const { session, profile } = props
  const front = useSessionFact(session, 'front')
  const readOnly = useSessionFact(session, 'readOnly')
  return (
    <DetailsForm
      path={session.path}
      profile={profile}
      front={front}
      readOnly={readOnly}
      mediaUrl={session.mediaUrl}
      onFront={(next) => session.setFront(next)}
    />
  )
}

/** The inspector's form of a page's front matter. */
export function PageDetails({ path, profile }: PageProps & { readonly profile: SiteProfile }) {
  const entry = usePageEntry(path)
  if (entry.kind !== 'open') return null
  return <OpenDetails key={path} session={entry.session} profile={profile} />
}

function OpenOutline({ session }: { readonly session: DocumentSession }) {
  const view = useSessionFact(session, 'view')
  const readOnly = useSessionFact(session, 'readOnly')
  if (!session.editor) return null
  return <Outline editor={session.editor} canMove={view === 'write' && !readOnly} />
}

/** The inspector's list of a page's headings. */
export function OutlinePanel({ path }: PageProps) {
  const entry = usePageEntry(path)
  if (entry.kind !== 'open') return null
  return <OpenOutline key={path} session={entry.session} />
}
