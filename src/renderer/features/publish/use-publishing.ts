import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PublishPlan } from '../../../shared/ipc/publish-calls.ts'
import { request, wordsOf } from '../../lib/api.ts'
import { identityProblems } from './identity-fields.tsx'
import { publishNow } from './settle-publish.ts'
import type { Draft } from './use-draft.ts'

type Step =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'publishing' }
  | { readonly kind: 'refused'; readonly words: string }

/** Carries a draft through: checks it, keeps the identity, publishes. */
export function usePublishing(plan: PublishPlan, draft: Draft) {
  const client = useQueryClient()
  const [step, setStep] = useState<Step>({ kind: 'choosing' })
  const [tried, setTried] = useState(false)

  async function keepIdentity() {
    if (plan.identity) return plan.identity
    const identity = { name: draft.identity.name.trim(), email: draft.identity.email.trim() }
    client.setQueryData(['settings.get', null], await request('settings.set', { identity }))
    return identity
  }

  async function run(): Promise<void> {
    setStep({ kind: 'publishing' })
    try {
      const words = await publishNow(client, {
        paths: draft.ticked.map((item) => item.path),
        summary: draft.summary.trim().slice(0, 10_000),
        identity: await keepIdentity(),
      })
      setStep(words === null ? { kind: 'choosing' } : { kind: 'refused', words })
    } catch (error) {
      setStep({ kind: 'refused', words: wordsOf(error) })
    }
  }

  const problems = identityProblems(draft.identity)
  const complete =
    draft.ticked.length > 0 &&
    draft.summary.trim() !== '' &&
    (plan.identity !== null || (!problems.name && !problems.email))

  return {
    step,
    tried,
    publish: () => {
      setTried(true)
      if (complete && step.kind !== 'publishing') void run()
    },
    back: () => setStep({ kind: 'choosing' }),
  }
}
