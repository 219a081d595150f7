import { Check, CloudOff, TriangleAlert } from 'lucide-react'
import { useEffect } from 'react'
import type { SyncState } from '../../../shared/ipc/publish-calls.ts'
import { type PublishOutcome, usePublish } from '../../lib/publish-store.ts'
import { useCall } from '../../lib/use-call.ts'
import { cx } from '../../ui/class-names.ts'
import { Spinner } from '../../ui/progress.tsx'
import './sync/sync.css'

interface Shown {
  readonly text: string
  readonly tone: 'working' | 'done' | 'offline' | 'problem'
}

const waiting: Shown = { text: 'Waiting for the network', tone: 'offline' }

function shownForState(sync: SyncState): Shown | null {
  if (sync.clashes > 0) return { text: 'Waiting for your decision', tone: 'problem' }
  switch (sync.state) {
    case 'sign-in':
      return { text: 'Waiting for you to sign in', tone: 'problem' }
    case 'refused':
      return { text: 'Not published', tone: 'problem' }
    case 'working':
      return null
    default:
      return sync.waiting > 0 ? waiting : null
  }
}

/** What the last publish came to; what still waits says so until it is out. */
export function publishStateInWords(
  outcome: PublishOutcome | null,
  sync: SyncState | undefined,
): Shown | null {
  if (outcome?.kind === 'publishing') return { text: 'Publishing…', tone: 'working' }
  const fromState = sync ? shownForState(sync) : null
  if (fromState) return fromState
  switch (outcome?.kind) {
    case 'published':
      return { text: 'Published', tone: 'done' }
    case 'waiting': {
      const delivered =
        sync?.waiting === 0 && (sync.state === 'up-to-date' || sync.state === 'incoming')
      return delivered ? { text: 'Published', tone: 'done' } : waiting
    }
    case 'clash':
      // Decided in the meantime: what was decided is a change like any other.
      return sync ? null : { text: 'Waiting for your decision', tone: 'problem' }
    case 'refused':
      return { text: 'Not published', tone: 'problem' }
    default:
      return null
  }
}

function Sign({ tone }: Pick<Shown, 'tone'>) {
  if (tone === 'working') return <Spinner />
  const Icon = { done: Check, offline: CloudOff, problem: TriangleAlert }[tone]
  return <Icon size={14} strokeWidth={2} aria-hidden />
}

/** The status bar's word about publishing. */
export function PublishStatus() {
  const outcome = usePublish((s) => s.outcome)
  const sync = useCall('publish.state')
  const setOutcome = usePublish((s) => s.setOutcome)
  const shown = publishStateInWords(outcome, sync.data)
  // Publishes left waiting by an earlier run: when they have gone out, that is told like any other.
  const waits = outcome === null && (sync.data?.waiting ?? 0) > 0
  useEffect(() => {
    if (waits) setOutcome({ kind: 'waiting' })
  }, [waits, setOutcome])
  return (
    <div
      role="status"
      aria-label="Publish state"
      className={cx('publish-state', shown && `publish-state-${shown.tone}`)}
    >
      {shown && (
        <>
          <Sign tone={shown.tone} />
          <span>{shown.text}</span>
        </>
      )}
    </div>
  )
}
