import type { QueryClient } from '@tanstack/react-query'
import type { Input } from '../../../shared/ipc/contract.ts'
import type { PublishResult } from '../../../shared/ipc/publish-calls.ts'
import { request, wordsOf } from '../../lib/api.ts'
import { usePublish } from '../../lib/publish-store.ts'
import { saveAll } from '../../lib/savers.ts'
import { toast } from '../../ui/toast.tsx'
import { usePending } from './pending-store.ts'
import { counted } from './words.ts'

export type PublishInput = Input<'publish.run'>

const about = new Set(['publish.plan', 'publish.compare', 'publish.state', 'publish.clashes'])

/** What was known of the site's changes is out of date; waits until what is on the screen is known anew. */
async function lookAgain(client: QueryClient): Promise<void> {
  await client.invalidateQueries({
    predicate: ({ queryKey }) => about.has(String(queryKey[0])) || queryKey[0] === 'site.marks',
  })
}

function tell(result: PublishResult): void {
  const window = usePublish.getState()
  switch (result.kind) {
    case 'published':
      window.close()
      window.setOutcome({ kind: 'published', count: result.count })
      toast({ title: `${counted(result.count, 'change')} published`, about: 'publish' })
      return
    case 'queued':
      window.close()
      window.setOutcome({ kind: 'waiting' })
      toast({
        title: 'Waiting for the network',
        text: `Your ${counted(result.count, 'change')} will go out as soon as the network is back.`,
        about: 'publish',
      })
      return
    case 'clashes':
      window.setOutcome({ kind: 'clash', count: result.clashes.length })
      window.openResolve()
      if (result.count > 0)
        toast({ title: `${counted(result.count, 'change')} published`, about: 'publish' })
      return
    case 'nothing':
      window.setOutcome(null)
      window.close()
      toast({
        title: 'There was nothing to publish',
        text: 'The site has these changes already.',
        about: 'publish',
      })
  }
}

/** Publishes, and leads on to what comes next. Answers with the words of what went wrong, null for nothing. */
export async function publishNow(client: QueryClient, input: PublishInput): Promise<string | null> {
  const { setOutcome } = usePublish.getState()
  setOutcome({ kind: 'publishing' })
  try {
    await saveAll()
    const result = await request('publish.run', input)
    usePending.getState().set(result.kind === 'clashes' ? input : null)
    if (result.kind === 'clashes') client.setQueryData(['publish.clashes', null], result.clashes)
    // The state first: what the window says about this publish must not be older than the publish.
    await client.refetchQueries({ queryKey: ['publish.state'] })
    tell(result)
    void lookAgain(client)
    return null
  } catch (error) {
    const words = wordsOf(error)
    setOutcome({ kind: 'refused', words })
    void lookAgain(client)
    return words
  }
}
