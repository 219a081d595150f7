import { useCall } from '../../lib/use-call.ts'
import { Button } from '../../ui/button.tsx'
import { ChangedElsewhere } from './changed-elsewhere.tsx'
import { NoticeBar } from './notice-bar.tsx'
import type { OtherViews } from './other-views.tsx'
import type { DocumentSession } from './session/document-session.ts'
import { useSessionFact } from './use-session-fact.ts'

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

type Props = Pick<OtherViews, 'renderVersions'> & { readonly session: DocumentSession }

/** What the user must know about an open page, in place. */
export function PageNotices({ session, renderVersions }: Props) {
  const notice = useSessionFact(session, 'notice')
  const save = useSessionFact(session, 'save')
  // The window says it of the whole site already.
  const ofTheSite = useCall('app.state').data?.site?.restriction?.reason
  return (
    <>
      {save.kind === 'changed-elsewhere' && (
        <ChangedElsewhere
          session={session}
          theirs={save.theirs?.text ?? null}
          renderVersions={renderVersions}
        />
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
