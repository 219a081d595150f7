import { useEffect, useState } from 'react'
import type { AppState, SiteInfo } from '../../shared/ipc/app-calls.ts'
import { subscribe, wordsOf } from '../lib/api.ts'
import { setPlatform } from '../lib/platform.ts'
import { queryClient } from '../lib/query-client.ts'
import { appState } from './first-questions.ts'

export type WindowState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'failed'; readonly words: string; retry(): void }
  | {
      readonly kind: 'open'
      readonly app: AppState
      /** Counts the sites opened in this window: the same site opened again is another one. */
      readonly opening: number
    }

/** Answers about a site that is not the window's any more go; who asks what is open hears of the new one. */
function changeSite(site: SiteInfo | null): void {
  queryClient.removeQueries({
    predicate: ({ queryKey }) => !/^(app|settings)\./.test(String(queryKey[0])),
  })
  queryClient.setQueryData<AppState>(['app.state', null], (known) =>
    known ? { ...known, site, problem: null } : known,
  )
  void queryClient.invalidateQueries({ queryKey: ['app.recentSites'] })
}

function withSite(state: WindowState, site: SiteInfo | null): WindowState {
  if (state.kind !== 'open') return state
  return { ...state, app: { ...state.app, site, problem: null }, opening: state.opening + 1 }
}

/** What this window shows: nothing yet, the welcome, or a site. */
export function useWindowState(): WindowState {
  const [state, setState] = useState<WindowState>({ kind: 'starting' })
  useEffect(() => {
    let gone = false
    let there: string | null = null
    const ask = async (): Promise<void> => {
      try {
        const app = await appState()
        if (gone) return
        there = app.site?.id ?? null
        setPlatform(app.platform)
        setState({ kind: 'open', app, opening: 0 })
      } catch (error) {
        if (!gone) setState({ kind: 'failed', words: wordsOf(error), retry: () => void ask() })
      }
    }
    const stop = subscribe('site.opened', (site) => {
      // Said at the start, it may come after the answer that told of the site: then it is no news.
      if (site && site.id === there) return
      there = site?.id ?? null
      changeSite(site)
      setState((now) => withSite(now, site))
    })
    void ask()
    return () => {
      gone = true
      stop()
    }
  }, [])
  return state
}
