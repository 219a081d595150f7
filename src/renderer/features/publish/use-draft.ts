import { useMemo, useState } from 'react'
import { suggestSummary } from '../../../shared/domain/publish/suggest-summary.ts'
import type { Identity, PublishItem, PublishPlan } from '../../../shared/ipc/publish-calls.ts'

const tickedAtFirst = (item: PublishItem) => item.blocked === null && !item.outside

/** What the user makes of a plan: which changes go, under which summary, in whose name. */
export function useDraft(plan: PublishPlan) {
  const [flipped, setFlipped] = useState<ReadonlySet<string>>(new Set())
  const [written, setWritten] = useState<string | null>(null)
  const [identity, setIdentity] = useState<Identity>({ name: '', email: '' })
  const ticked = useMemo(
    () =>
      plan.items.filter(
        (item) => item.blocked === null && tickedAtFirst(item) !== flipped.has(item.path),
      ),
    [plan.items, flipped],
  )
  const suggested = useMemo(
    () => (flipped.size === 0 ? plan.summary : suggestSummary(ticked)),
    [flipped, plan.summary, ticked],
  )
  return {
    ticked,
    paths: useMemo(() => new Set(ticked.map((item) => item.path)), [ticked]),
    flip: (path: string) =>
      setFlipped((before) => {
        const next = new Set(before)
        if (!next.delete(path)) next.add(path)
        return next
      }),
    summary: written ?? suggested,
    /** An emptied field takes the suggestions again. */
    setSummary: (text: string) => setWritten(text),
    identity,
    setIdentity,
  }
}
export type Draft = ReturnType<typeof useDraft>
