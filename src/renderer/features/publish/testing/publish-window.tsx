import { QueryClientProvider } from '@tanstack/react-query'
import { onTestFinished } from 'vitest'
import { render } from 'vitest-browser-react'
import type { PublishItem, PublishPlan, SyncState } from '../../../../shared/ipc/publish-calls.ts'
import { usePublish } from '../../../lib/publish-store.ts'
import { followMain, queryClient } from '../../../lib/query-client.ts'
import '../../../styles/base.css'
import '../../../styles/tokens.css'
import { type FakeBridge, fakeBridge } from '../../../testing/fake-bridge.ts'
import { ToastHost } from '../../../ui/toast.tsx'
import { usePending } from '../pending-store.ts'
import { PublishButton } from '../publish-button.tsx'
import { PublishDialogs } from '../publish-dialogs.tsx'
import { PublishStatus } from '../publish-status.tsx'
import type { ComparisonSlots } from '../slots.ts'
import { SyncPill } from '../sync-pill.tsx'

export const item = (title: string, more: Partial<PublishItem> = {}): PublishItem => ({
  path: `pages/${title.toLowerCase().replace(/\W+/g, '-')}.md`,
  from: null,
  title,
  what: 'page',
  kind: 'changed',
  words: '2 sentences',
  outside: false,
  blocked: null,
  ...more,
})

export const planOf = (
  items: readonly PublishItem[],
  more: Partial<PublishPlan> = {},
): PublishPlan => ({
  items: [...items],
  summary: 'New opening hours',
  identity: { name: 'Mira', email: 'mira@example.org' },
  branch: 'staging',
  remote: 'example.org/agency/site',
  ...more,
})

export const syncOf = (more: Partial<SyncState> = {}): SyncState => ({
  state: 'up-to-date',
  waiting: 0,
  incoming: 0,
  words: 'The site has everything that is here.',
  queue: [],
  clashes: 0,
  ...more,
})

const appState = {
  version: '1',
  platform: 'linux' as const,
  problem: null,
  site: {
    id: 's1',
    name: 'Bay',
    folder: '/bay',
    profile: 'isomer' as const,
    sample: false,
    restriction: null,
    branch: 'staging',
    remote: 'example.org/agency/site',
    notice: null,
  },
}

const plainSlots: ComparisonSlots = {
  renderComparison: ({ title, actions }) => (
    <section aria-label={`Changes in ${title}`}>{actions}</section>
  ),
  renderMarked: ({ after }) => <p>{after}</p>,
}

/** Answers for a site with the given plan; every call of publishing has one. */
export function bridgeFor(plan: PublishPlan): FakeBridge {
  const text = (words: string) => ({ text: words, image: null, bytes: null })
  return fakeBridge({
    'app.state': () => appState,
    'site.marks': () =>
      Object.fromEntries(plan.items.map(({ path }) => [path, 'changed' as const])),
    'publish.plan': () => plan,
    'publish.state': () => syncOf(),
    'publish.compare': ({ path }) => ({ path, before: text('a\n'), after: text('b\n') }),
    'publish.run': ({ paths }) => ({ kind: 'published', commit: 'c1', count: paths.length }),
    'publish.clashes': () => [],
    'publish.resolve': () => undefined,
    'settings.set': ({ identity = null }) => ({
      theme: 'system',
      identity,
      spelling: {},
      look: {},
      ownWords: [],
    }),
  })
}

/** The parts of publishing in one window, after the answers are set. */
export async function publishWindow(slots: ComparisonSlots = plainSlots) {
  queryClient.clear()
  usePublish.setState({ dialog: 'none', outcome: null })
  usePending.getState().set(null)
  const stop = followMain()
  onTestFinished(() => {
    stop()
    usePublish.setState({ dialog: 'none', outcome: null })
  })
  return render(
    <QueryClientProvider client={queryClient}>
      <SyncPill />
      <PublishButton />
      <PublishStatus />
      <PublishDialogs {...slots} />
      <ToastHost />
    </QueryClientProvider>,
  )
}
