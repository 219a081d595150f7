import { useEffect } from 'react'
import { toast } from '../ui/toast.tsx'
import type { WindowState } from './window-state.ts'

/** What went wrong before this page could be told is said once over an open site; the welcome says it in place. */
export function useToldProblem(state: WindowState): void {
  const words = state.kind === 'open' && state.app.site ? state.app.problem : null
  useEffect(() => {
    if (words !== null) toast({ title: words, tone: 'problem' })
  }, [words])
}
