import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { request, subscribe, wordsOf } from '../../lib/api.ts'
import { useCommand } from '../../lib/command-store.ts'
import { usePublish } from '../../lib/publish-store.ts'
import { useCall } from '../../lib/use-call.ts'
import { toast } from '../../ui/toast.tsx'
import { usePending } from './pending-store.ts'
import { PublishDialog } from './publish-dialog.tsx'
import { ResolveDialog } from './resolve/resolve-dialog.tsx'
import type { ComparisonSlots } from './slots.ts'

/** Offers what can be done about publishing to menus, palette and keys. */
function useCommands() {
  const client = useQueryClient()
  const sync = useCall('publish.state')
  const { openPublish, openResolve } = usePublish.getState()
  const state = sync.data?.state
  const possible = state !== 'restricted'
  useCommand('publish.open', { run: openPublish, enabled: possible })
  useCommand('publish.resolve', { run: openResolve, enabled: (sync.data?.clashes ?? 0) > 0 })
  useCommand('publish.sync', {
    enabled: possible && state !== 'no-remote' && state !== 'working',
    run: () => {
      request('publish.sync').then(
        (next) => client.setQueryData(['publish.state', null], next),
        (error) =>
          toast({ title: 'The site was not reached', text: wordsOf(error), tone: 'problem' }),
      )
    },
  })
}

/** The dialogs of publishing, one at a time; mounted once in the window of a site. */
export function PublishDialogs(slots: ComparisonSlots) {
  const { dialog, close, setOutcome } = usePublish()
  const app = useCall('app.state')
  useCommands()
  useEffect(
    () =>
      subscribe('site.opened', () => {
        close()
        setOutcome(null)
        usePending.getState().set(null)
      }),
    [close, setOutcome],
  )
  const siteId = app.data?.site?.id
  if (siteId === undefined || dialog === 'none') return null
  const Open = dialog === 'publish' ? PublishDialog : ResolveDialog
  return <Open {...slots} siteId={siteId} onClose={close} />
}
