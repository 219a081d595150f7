import { type ReactNode, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { NoticeBar } from './notice-bar.tsx'
import type { DocumentSession } from './session/document-session.ts'

export interface VersionsProps {
  readonly path: string
  readonly mine: string
  readonly theirs: string
}

interface Props {
  readonly session: DocumentSession
  /** What the file holds now; null where it is gone. */
  readonly theirs: string | null
  /** Two versions of a page, with what is different between them. */
  readonly renderVersions: (props: VersionsProps) => ReactNode
}

/** Another program changed the page that is being written: what it wrote can be looked at before one version stays. */
export function ChangedElsewhere({ session, theirs, renderVersions }: Props) {
  const [mine, setMine] = useState<string | null>(null)
  const keepMine = () => void session.loop.keepMine()
  const takeTheirs = () => void session.takeTheirs()
  if (theirs === null)
    return (
      <NoticeBar tone="problem">
        <p>
          This page was removed by another program. Your version is still here and kept as a draft.
        </p>
        <span className="page-notice-tools">
          <Button size="sm" onClick={keepMine}>
            Save it again
          </Button>
        </span>
      </NoticeBar>
    )
  return (
    <NoticeBar tone="problem">
      <p>
        This page was changed by another program while you were writing. Nothing was overwritten;
        your words are kept as a draft.
      </p>
      <span className="page-notice-tools">
        <Button size="sm" onClick={() => void session.shownText().then(setMine)}>
          Compare…
        </Button>
        <Button size="sm" onClick={keepMine}>
          Keep mine
        </Button>
        <Button size="sm" onClick={takeTheirs}>
          Take theirs
        </Button>
      </span>
      {mine !== null && (
        <Dialog
          open
          flush
          width={1180}
          height={640}
          title="Two versions of this page"
          subtitle="yours, and what the other program made of it"
          onClose={() => setMine(null)}
          footer={
            <>
              <Button size="lg" onClick={() => setMine(null)}>
                Decide later
              </Button>
              <Button size="lg" onClick={takeTheirs}>
                Take theirs
              </Button>
              <Button size="lg" variant="primary" onClick={keepMine}>
                Keep mine
              </Button>
            </>
          }
        >
          {renderVersions({ path: session.path, mine, theirs })}
        </Dialog>
      )}
    </NoticeBar>
  )
}
