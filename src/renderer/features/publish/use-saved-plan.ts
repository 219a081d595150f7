import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import type { PublishPlan } from '../../../shared/ipc/publish-calls.ts'
import { wordsOf } from '../../lib/api.ts'
import { saveAll } from '../../lib/savers.ts'
import { useCall } from '../../lib/use-call.ts'

export type PlanState =
  | { readonly kind: 'planning' }
  | { readonly kind: 'unsaved'; readonly words: string }
  | { readonly kind: 'failed'; readonly words: string }
  | { readonly kind: 'ready'; readonly plan: PublishPlan }

type Saving = 'under way' | 'done' | { readonly words: string }

/** Puts everything that is open on disk, then plans; from then on the plan follows the files. */
export function useSavedPlan(): { readonly state: PlanState; retry(): void } {
  const client = useQueryClient()
  const plan = useCall('publish.plan')
  const [saving, setSaving] = useState<Saving>('under way')
  const start = useCallback(async () => {
    setSaving('under way')
    try {
      await saveAll()
      // An older plan lacks the last words.
      client.removeQueries({ queryKey: ['publish.compare'], type: 'inactive' })
      await client.refetchQueries({ queryKey: ['publish.plan'] })
      setSaving('done')
    } catch (error) {
      setSaving({ words: wordsOf(error) })
    }
  }, [client])
  useEffect(() => void start(), [start])
  return { state: stateOf(saving, plan), retry: () => void start() }
}

function stateOf(
  saving: Saving,
  plan: { readonly data: PublishPlan | undefined; readonly error: Error | null },
): PlanState {
  if (typeof saving === 'object') return { kind: 'unsaved', words: saving.words }
  if (saving === 'under way') return { kind: 'planning' }
  if (plan.error) return { kind: 'failed', words: wordsOf(plan.error) }
  return plan.data ? { kind: 'ready', plan: plan.data } : { kind: 'planning' }
}
