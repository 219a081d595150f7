import { useSyncExternalStore } from 'react'
import type { DocumentSession } from './session/document-session.ts'
import type { SessionFacts } from './session/session-facts.ts'

/** One fact of a page; renders again only when that fact changes. */
export function useSessionFact<K extends keyof SessionFacts>(
  session: DocumentSession,
  name: K,
): SessionFacts[K] {
  return useSyncExternalStore(session.subscribe, () => session.facts()[name])
}
