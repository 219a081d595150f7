import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { request, subscribe, wordsOf } from '../../lib/api.ts'
import { useCommand } from '../../lib/command-store.ts'
import { Fetched, fetchable } from '../../lib/fetched.tsx'
import { usePublish } from '../../lib/publish-store.ts'
import { useCall } from '../../lib/use-call.ts'
import { toast } from '../../ui/toast.tsx'
import { usePending } from './pending-store.ts'
import type { ComparisonSlots } from './slots.ts'

const loadPublish = () => import('./publish-dialog.tsx')
const loadResolve = () => import('./resolve/resolve-dialog.tsx')
const publishDialog = fetchable(async () => (await loadPublish()).PublishDialog)
const resolveDialog = fetchable(async () => (await loadResolve()).ResolveDialog)

/** Fetches the dialogs when the window has nothing better to do, so that opening one does not wait. */
function useWarmDialogs(): void {
  useEffect(() => {
    const handle = requestIdleCallback(() => void Promise.all([loadPublish(), loadResolve()]), {
      timeout: 10_000,
    })
    return () => cancelIdleCallback(handle)
  }, [])
}

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
  useWarmDialogs()
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
  const part = dialog === 'publish' ? publishDialog : resolveDialog
  return <Fetched key={dialog} part={part} with={{ ...slots, siteId, onClose: close }} />
}
