import { useEffect, useState } from 'react'
import type { RenamePlan } from '../../../../shared/ipc/media-calls.ts'
import { request, wordsOf } from '../../../lib/api.ts'
import type { Move } from '../model/name-pattern.ts'

/** Typing goes on undisturbed; the plan follows when it rests. */
const restMs = 200

export interface PlanState {
  readonly plan: RenamePlan | null
  readonly problem: string | null
}

/** What would change if these files went there; null while it is worked out, or where there is nothing to do. */
export function useRenamePlan(moves: readonly Move[]): PlanState {
  const [state, setState] = useState<PlanState & { readonly moves: readonly Move[] }>()
  useEffect(() => {
    if (moves.length === 0) return
    let gone = false
    const timer = setTimeout(async () => {
      try {
        const plan = await request('media.planRename', { moves: [...moves] })
        if (!gone) setState({ moves, plan, problem: null })
      } catch (error) {
        if (!gone) setState({ moves, plan: null, problem: wordsOf(error) })
      }
    }, restMs)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [moves])
  return state?.moves === moves ? state : { plan: null, problem: null }
}
