import type { QueryClient } from '@tanstack/react-query'
import type { Clash } from '../../../../shared/ipc/publish-calls.ts'
import { request } from '../../../lib/api.ts'
import { usePublish } from '../../../lib/publish-store.ts'
import { toast } from '../../../ui/toast.tsx'
import { usePending } from '../pending-store.ts'
import { publishNow } from '../settle-publish.ts'
import type { Decided } from './file-draft.ts'

async function shaOf(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(bytes)].map((b) => b.toString(16).padStart(2, '0')).join('')
}

/** The version of the others a decision was made about; binary ones carry no text to tell them by. */
const theirsSha = async ({ theirs }: Clash) => (theirs === null ? null : shaOf(theirs))

/**
 * Carries out all decisions, then goes on with the publish that waited for them. Throws where one of them could not be
 * carried out; answers with the words of a publish that went wrong.
 */
export async function applyDecisions(
  client: QueryClient,
  clashes: readonly Clash[],
  decisions: readonly Decided[],
): Promise<string | null> {
  for (const decision of decisions) {
    const clash = clashes.find(({ path }) => path === decision.path)
    if (clash) await request('publish.resolve', { ...decision, theirsSha: await theirsSha(clash) })
  }
  const { input } = usePending.getState()
  if (input) return publishNow(client, { ...input, paths: decisions.map(({ path }) => path) })
  const { close, setOutcome } = usePublish.getState()
  close()
  setOutcome(null)
  toast({ title: 'Decided', text: 'Publish when you are ready.' })
  void client.invalidateQueries({ queryKey: ['publish.state'] })
  return null
}
