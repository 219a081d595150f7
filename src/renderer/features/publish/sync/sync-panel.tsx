import { RefreshCw, Upload } from 'lucide-react'
import type { QueueItem, SyncState } from '../../../../shared/ipc/publish-calls.ts'
import { runCommand } from '../../../lib/command-store.ts'
import { Button } from '../../../ui/button.tsx'
import { counted } from '../words.ts'
import { syncInWords } from './sync-words.ts'

function timeOf(since: string): string {
  const at = new Date(since)
  if (Number.isNaN(at.getTime())) return ''
  const today = at.toDateString() === new Date().toDateString()
  return today
    ? at.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' })
    : at.toLocaleDateString(undefined, { day: 'numeric', month: 'short' })
}

function Queued({ item }: { readonly item: QueueItem }) {
  return (
    <li>
      <Upload size={16} strokeWidth={1.75} aria-hidden />
      <span>
        <b>{item.summary}</b>
        <span>{[counted(item.count, 'change'), item.reason].filter(Boolean).join('. ')}</span>
      </span>
      <time dateTime={item.since}>{timeOf(item.since)}</time>
    </li>
  )
}

/** How the site stands, what waits in the order it will go, and the one thing to do. */
export function SyncPanel({ sync, onDone }: { readonly sync: SyncState; onDone: () => void }) {
  const { title, action } = syncInWords(sync)
  return (
    <div className="sync-panel">
      <h2>{title}</h2>
      <p>{sync.words}</p>
      {sync.queue.length > 0 && (
        <ol aria-label="Waiting publishes">
          {sync.queue.map((item) => (
            <Queued key={item.id} item={item} />
          ))}
        </ol>
      )}
      {action && (
        <div className="sync-panel-foot">
          <Button
            {...(action.does === 'sync' ? { icon: RefreshCw } : {})}
            onClick={() => {
              runCommand(action.does === 'sync' ? 'publish.sync' : 'publish.resolve')
              if (action.does === 'resolve') onDone()
            }}
          >
            {action.label}
          </Button>
        </div>
      )}
    </div>
  )
}
