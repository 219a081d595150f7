import { type ReactNode, useEffect } from 'react'
import { EditorDialogHost } from './editor-dialog-host.tsx'
import { FindBar } from './find/find-bar.tsx'
import { retryPage, usePageEntry } from './open-sessions.ts'
import './page-editor.css'
import './page-body.css'
import { PageFailed } from './page-failed.tsx'
import { PageNotices } from './page-notices.tsx'
import { PageSheet } from './page-sheet.tsx'
import type { DocumentSession, PageView } from './session/document-session.ts'
import { FormatToolbar } from './toolbar/format-toolbar.tsx'
import { useEditorCommands } from './use-editor-commands.ts'
import { usePageStatus } from './use-page-status.ts'
import { useSessionFact } from './use-session-fact.ts'
import { useViewOfTab } from './use-view-of-tab.ts'
import { ViewTabs } from './view-tabs.tsx'

export interface SourceProps {
  readonly text: string
  readonly language: 'html' | 'markdown'
  readonly readOnly: boolean
  readonly onChange: (text: string) => void
}
type RenderSource = (props: SourceProps) => ReactNode

/** Source that does not begin with a tag behind its front matter is Markdown with HTML in it. */
const languageOf = (text: string, front: string) =>
  /^\s*</.test(text.slice(front.length)) ? 'html' : 'markdown'

function PageSource(props: { session: DocumentSession; renderSource: RenderSource }) {
  const { session, renderSource } = props
  const source = useSessionFact(session, 'source') ?? ''
  const readOnly = useSessionFact(session, 'readOnly')
  return renderSource({
    text: source,
    language: languageOf(source, session.facts().front),
    readOnly,
    onChange: (text) => session.setSource(text),
  })
}

/** One open page: tools, views, the page itself. */
function SessionEditor(props: { session: DocumentSession; renderSource: RenderSource }) {
  const { session, renderSource } = props
  const view = useViewOfTab(session)
  const writable = useSessionFact(session, 'writable')
  usePageStatus(session)
  useEffect(() => () => void session.loop.flush(), [session])
  const show = (to: PageView) => {
    if (to === 'write') session.showWriting()
    else void session.showSource()
  }
  const { editor } = session
  const writing = view === 'write' && editor !== null
  const editable = writing && !session.facts().readOnly
  useEditorCommands(editor, editable)
  return (
    <div className="page-editor">
      <div className="page-bar">
        {editable ? <FormatToolbar editor={editor} /> : <span />}
        <ViewTabs view={view} writable={writable} onView={show} />
      </div>
      {writing && <FindBar editor={editor} />}
      <PageNotices session={session} />
      {writing ? (
        <PageSheet session={session} />
      ) : (
        <PageSource session={session} renderSource={renderSource} />
      )}
      {editable && (
        <EditorDialogHost editor={editor} linkForm={session.linkForm} mediaUrl={session.mediaUrl} />
      )}
    </div>
  )
}

interface Props {
  readonly path: string
  /** The source editor; another feature's, so the app hands it in. */
  readonly renderSource: RenderSource
}

/** The page of a tab, from the moment it is asked for. */
export function PageEditor({ path, renderSource }: Props) {
  const entry = usePageEntry(path)
  if (entry.kind === 'open')
    return <SessionEditor key={path} session={entry.session} renderSource={renderSource} />
  if (entry.kind === 'opening') return <div className="page-editor" aria-busy="true" />
  return <PageFailed words={entry.words} onRetry={() => retryPage(path)} />
}
