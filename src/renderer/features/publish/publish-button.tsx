import { runCommand } from '../../lib/command-store.ts'
import { usePublish } from '../../lib/publish-store.ts'
import { useCall } from '../../lib/use-call.ts'
import { Button } from '../../ui/button.tsx'
import { Hidden } from '../../ui/visually-hidden.tsx'

/** The window's one blue button, while there is something to publish. */
export function PublishButton() {
  const marks = useCall('site.marks')
  const sync = useCall('publish.state')
  const publishing = usePublish((s) => s.outcome?.kind === 'publishing')
  const count = Object.keys(marks.data ?? {}).length
  const off = sync.data?.state === 'restricted'
  const possible = count > 0 && !off
  return (
    <Button
      variant={possible && !publishing ? 'primary' : 'plain'}
      busy={publishing}
      disabled={!possible}
      title={off ? sync.data?.words : undefined}
      count={count > 0 && !publishing ? count : undefined}
      onClick={() => runCommand('publish.open')}
    >
      {publishing ? 'Publishing…' : 'Publish'}
      {!possible && !publishing && <Hidden>, nothing to publish</Hidden>}
    </Button>
  )
}
