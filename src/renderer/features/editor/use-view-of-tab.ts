import { useEffect } from 'react'
import { useOpenPages } from '../../lib/open-pages-store.ts'
import { settleTyping } from '../../lib/savers.ts'
import type { DocumentSession } from './session/document-session.ts'
import type { PageView } from './session/session-facts.ts'
import { useSessionFact } from './use-session-fact.ts'

/** Shows a page in another view, with what is still being typed into a field; answers whether it could. */
export async function showView(session: DocumentSession, to: PageView): Promise<boolean> {
  settleTyping()
  if (to === 'write') return session.showWriting()
  return to === 'source' ? session.showSource() : session.showPreview()
}

/** The tab says which view is wanted, the page what can be shown; where they differ, the page has the last word. */
export function useViewOfTab(session: DocumentSession) {
  const view = useSessionFact(session, 'view')
  const wanted = useOpenPages((pages) => pages.tabs.find((t) => t.path === session.path)?.view)
  const setView = useOpenPages((pages) => pages.setView)
  useEffect(() => {
    const now = session.facts().view
    if (wanted === undefined || wanted === now) return
    void showView(session, wanted).then((done) => {
      if (!done) setView(session.path, session.facts().view)
    })
  }, [session, wanted, setView])
  useEffect(() => setView(session.path, view), [session, view, setView])
  return view
}
