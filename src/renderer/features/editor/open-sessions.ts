import { useEffect, useSyncExternalStore } from 'react'
import { mediaUrl } from '../../../shared/domain/site/media-url.ts'
import type { SiteInfo } from '../../../shared/ipc/app-calls.ts'
import { request, subscribe, wordsOf } from '../../lib/api.ts'
import { useOpenPages } from '../../lib/open-pages-store.ts'
import { registerSaver, settleTyping } from '../../lib/savers.ts'
import { type PageEntry, PageSessions } from './session/page-sessions.ts'

/** The site in the window; pages of another site are never open at the same time. */
let site: Pick<SiteInfo, 'id' | 'profile'> | null = null

const sessions = new PageSessions({
  store: {
    open: (path) => request('pages.open', { path }),
    save: (input) => request('pages.save', input),
    journal: (input) => request('pages.journal', input),
    forgetDraft: (path) => request('pages.forgetDraft', { path }),
    history: (path) => request('pages.history', { path }),
    keepHistory: (path, history) => request('pages.keepHistory', { path, history }),
  },
  mediaUrl: (src) => (site === null ? null : mediaUrl(site.id, src)),
  isIsomer: () => site?.profile === 'isomer',
  wordsOf,
})

/** Starts what open pages need of the window; answers with the function that ends it. */
export function followWindow(): () => void {
  const setSite = (next: SiteInfo | null) => {
    if (site !== null && next?.id !== site.id) sessions.dropAll()
    site = next
  }
  void request('app.state').then((state) => setSite(state.site))
  const stops = [
    subscribe('site.opened', setSite),
    subscribe('repo.changed', ({ paths }) => void sessions.filesChanged(paths)),
    registerSaver(() => sessions.saveAll()),
    useOpenPages.subscribe((now, before) => {
      if (now.tabs === before.tabs) return
      // What is still being typed into a field belongs to the page that goes.
      settleTyping()
      const open = new Set(now.tabs.map((tab) => tab.path))
      for (const tab of before.tabs) if (!open.has(tab.path)) void sessions.close(tab.path)
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

/** The open page of a path, opened when it is first asked for. */
export function usePageEntry(path: string): PageEntry {
  useEffect(() => sessions.open(path), [path])
  return useSyncExternalStore(sessions.subscribe, () => sessions.entry(path))
}

export const retryPage = (path: string): void => sessions.open(path)
