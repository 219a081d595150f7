import type { ReactNode } from 'react'
import { useCall } from '../../lib/use-call.ts'
import { Button } from '../../ui/button.tsx'
import type { DocumentSession } from './session/document-session.ts'
import { useSessionFact } from './use-session-fact.ts'

/** A line above the page: what happened, and what can be done about it. */
function NoticeBar({ children, tone }: { readonly children: ReactNode; readonly tone: string }) {
  return (
    <div role="status" className={`page-notice page-notice-${tone}`}>
      {children}
    </div>
  )
}

function ChangedElsewhere({ session, gone }: { session: DocumentSession; gone: boolean }) {
  return (
    <NoticeBar tone="problem">
      <p>
        {gone
          ? 'This page was removed by another program. Your version is still here and kept as a draft.'
          : 'This page was changed by another program while you were writing. Nothing was overwritten; your words are kept as a draft.'}
      </p>
      <span className="page-notice-tools">
        <Button size="sm" onClick={() => void session.loop.keepMine()}>
          {gone ? 'Save it again' : 'Keep mine'}
        </Button>
        {!gone && (
          <Button size="sm" onClick={() => void session.takeTheirs()}>
            Take theirs
          </Button>
        )}
      </span>
    </NoticeBar>
  )
}

function NotSaved({ session, reason }: { session: DocumentSession; reason: string }) {
  return (
    <NoticeBar tone="problem">
      <p>Not saved to the file: {reason}</p>
      <span className="page-notice-tools">
        <Button size="sm" onClick={() => void session.loop.flush()}>
          Try again
        </Button>
        {session.facts().view === 'write' && (
          <Button size="sm" onClick={() => void session.showSource()}>
            Show source
          </Button>
        )}
      </span>
    </NoticeBar>
  )
}

/** What the user must know about an open page, in place. */
export function PageNotices({ session }: { readonly session: DocumentSession }) {
  const notice = useSessionFact(session, 'notice')
  const save = useSessionFact(session, 'save')
  // The window says it of the whole site already.
  const ofTheSite = useCall('app.state').data?.site?.restriction?.reason
  return (
    <>
      {save.kind === 'changed-elsewhere' && (
        <ChangedElsewhere session={session} gone={save.theirs === null} />
      )}
      {save.kind === 'kept' && <NotSaved session={session} reason={save.reason} />}
      {notice && notice !== ofTheSite && (
        <NoticeBar tone="plain">
          <p>{notice}</p>
          <span className="page-notice-tools">
            <Button size="sm" onClick={() => session.dismissNotice()}>
              Close
            </Button>
          </span>
        </NoticeBar>
      )}
    </>
  )
}
