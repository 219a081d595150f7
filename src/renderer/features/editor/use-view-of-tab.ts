import { useEffect } from 'react'
import { useOpenPages } from '../../lib/open-pages-store.ts'
import type { DocumentSession } from './session/document-session.ts'
import { useSessionFact } from './use-session-fact.ts'

/** The tab says which view is wanted, the page what can be shown; where they differ, the page has the last word. */
export function useViewOfTab(session: DocumentSession) {
  const view = useSessionFact(session, 'view')
  const wanted = useOpenPages((pages) => pages.tabs.find((t) => t.path === session.path)?.view)
  const setView = useOpenPages((pages) => pages.setView)
  useEffect(() => {
    const now = session.facts().view
    if (wanted === undefined || wanted === now) return
    if (wanted === 'source') void session.showSource()
    else if (wanted === 'write') session.showWriting()
    if (session.facts().view !== wanted && wanted !== 'source') setView(session.path, now)
  }, [session, wanted, setView])
  useEffect(() => setView(session.path, view), [session, view, setView])
  return view
}
