import { type Query, QueryClient } from '@tanstack/react-query'
import type { CallName } from '../../shared/ipc/contract.ts'
import { subscribe } from './api.ts'

/** Answers come from this computer, so nothing goes stale by itself: main says when it did. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      networkMode: 'always',
      retry: false,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** Calls whose answers depend on the files of the site. An open page is the editor's own matter. */
const ofTheFiles: ReadonlySet<string> = new Set<CallName>([
  'site.tree',
  'site.marks',
  'site.assets',
  'site.look',
  'media.list',
  'media.usage',
  'media.report',
  'media.alike',
  'media.alts',
  'media.planDelete',
  'publish.plan',
  'publish.compare',
])

const dependsOnFiles = (query: Query) => ofTheFiles.has(String(query.queryKey[0]))

/** Drops answers when main announces that they changed. Answers with the function that stops. */
export function followMain(client: QueryClient = queryClient): () => void {
  const stops = [
    subscribe('repo.changed', () => {
      void client.invalidateQueries({ predicate: dependsOnFiles })
    }),
    subscribe('publish.state', (state) => {
      client.setQueryData(['publish.state', null], state)
      // While it is at work nothing has changed yet; looking would only slow it down.
      if (state.state !== 'working') void client.invalidateQueries({ predicate: dependsOnFiles })
    }),
    subscribe('settings.changed', (settings) => {
      client.setQueryData(['settings.get', null], settings)
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
