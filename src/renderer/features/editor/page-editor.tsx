import { useEffect } from 'react'
import { EditorDialogHost } from './editor-dialog-host.tsx'
import { FindBar } from './find/find-bar.tsx'
import { retryPage, usePageEntry } from './open-sessions.ts'
import { type OtherViews, PagePreview, PageSource } from './other-views.tsx'
import './page-editor.css'
import { PageFailed } from './page-failed.tsx'
import { PageNotices } from './page-notices.tsx'
import { PageSheet } from './page-sheet.tsx'
import type { DocumentSession } from './session/document-session.ts'
import { FormatToolbar } from './toolbar/format-toolbar.tsx'
import { useEditorCommands } from './use-editor-commands.ts'
import { usePageStatus } from './use-page-status.ts'
import { useSessionFact } from './use-session-fact.ts'
import { showView, useViewOfTab } from './use-view-of-tab.ts'
import { ViewTabs } from './view-tabs.tsx'

/** One open page: tools, views, the page itself. */
function SessionEditor(props: OtherViews & { session: DocumentSession }) {
  const { session, renderSource, renderPreview, renderVersions } = props
  const view = useViewOfTab(session)
  const writable = useSessionFact(session, 'writable')
  usePageStatus(session)
  useEffect(() => () => void session.loop.flush(), [session])
  const { editor } = session
  const writing = view === 'write' && editor !== null
  const editable = writing && !session.facts().readOnly
  useEditorCommands(editor, editable)
  return (
    <div className="page-editor">
      <div className="page-bar">
        {editable ? <FormatToolbar editor={editor} /> : <span />}
        <ViewTabs view={view} writable={writable} onView={(to) => void showView(session, to)} />
      </div>
      {writing && <FindBar editor={editor} />}
      <PageNotices session={session} renderVersions={renderVersions} />
      {writing && <PageSheet session={session} />}
      {view === 'preview' && <PagePreview session={session} renderPreview={renderPreview} />}
      {!writing && view !== 'preview' && (
        <PageSource session={session} renderSource={renderSource} />
      )}
      {editable && (
        <EditorDialogHost editor={editor} linkForm={session.linkForm} mediaUrl={session.mediaUrl} />
      )}
    </div>
  )
}

type Props = OtherViews & { readonly path: string }

/** The page of a tab, from the moment it is asked for. */
export function PageEditor({ path, ...views }: Props) {
  const entry = usePageEntry(path)
  if (entry.kind === 'open') return <SessionEditor key={path} session={entry.session} {...views} />
  if (entry.kind === 'opening') return <div className="page-editor" aria-busy="true" />
  return <PageFailed words={entry.words} onRetry={() => retryPage(path)} />
}
