import type { AppState } from '../../shared/ipc/app-calls.ts'
import { request } from '../lib/api.ts'
import { queryClient } from '../lib/query-client.ts'

let first: Promise<AppState> | null = null

/** Asks what the window will show before there is a window to draw: the answers come while React starts. */
export function askFirst(): void {
  first = request('app.state')
  first.then(
    ({ site }) => {
      if (!site) return
      const queryFn = () => request('site.tree')
      void queryClient.prefetchQuery({ queryKey: ['site.tree', null], queryFn })
    },
    () => undefined,
  )
}

/** The state of the application: the answer to the first question once, later asked anew. */
export function appState(): Promise<AppState> {
  const asked = first ?? request('app.state')
  first = null
  return asked
}
