import {
  CircleCheck,
  CircleDashed,
  CloudOff,
  Download,
  HardDrive,
  type LucideIcon,
  TriangleAlert,
} from 'lucide-react'
import { useEffect, useState } from 'react'
import type { SyncState } from '../../../shared/ipc/publish-calls.ts'
import { useCall } from '../../lib/use-call.ts'
import { Popover } from '../../ui/popover.tsx'
import { Spinner } from '../../ui/progress.tsx'
import './sync/sync.css'
import { SyncPanel } from './sync/sync-panel.tsx'
import { syncInWords } from './sync/sync-words.ts'

const icons: Readonly<Record<SyncState['state'], LucideIcon | null>> = {
  unknown: CircleDashed,
  'up-to-date': CircleCheck,
  working: null,
  offline: CloudOff,
  incoming: Download,
  waiting: CloudOff,
  'sign-in': TriangleAlert,
  refused: TriangleAlert,
  clash: TriangleAlert,
  'no-remote': HardDrive,
  restricted: HardDrive,
}

/** A short look at the site is not worth a change of words: only one that lasts shows. */
const shownAfter = 300

function useCalm(sync: SyncState | undefined): SyncState | undefined {
  const [calm, setCalm] = useState(sync)
  useEffect(() => {
    if (sync?.state !== 'working') {
      setCalm(sync)
      return
    }
    const timer = setTimeout(() => setCalm(sync), shownAfter)
    return () => clearTimeout(timer)
  }, [sync])
  return sync?.state === 'working' ? (calm ?? sync) : sync
}

/** How the site here stands to the site out there; a press says more. */
export function SyncPill() {
  const sync = useCalm(useCall('publish.state').data)
  const [open, setOpen] = useState(false)
  if (!sync) return null
  const { text, tone } = syncInWords(sync)
  const Icon = icons[sync.state]
  return (
    <Popover
      label="State of the site"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button type="button" className={`sync-pill sync-pill-${tone}`}>
          {Icon ? <Icon size={14} strokeWidth={2} aria-hidden /> : <Spinner />}
          <span>{text}</span>
        </button>
      }
    >
      <SyncPanel sync={sync} onDone={() => setOpen(false)} />
    </Popover>
  )
}
