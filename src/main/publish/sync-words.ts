import type { QueueItem, SyncState } from '../../shared/ipc/publish-calls.ts'
import type { Delivery } from '../repo/publish/deliver.ts'

/** What is known about a site and its remote without asking anybody. */
export interface SyncFacts {
  readonly restricted: boolean
  readonly hasRemote: boolean
  readonly working: boolean
  readonly queue: readonly QueueItem[]
  readonly clashes: number
  /** Files that came in with the last look. */
  readonly incoming: number
  /** How the last look ended; null: none yet. */
  readonly last: Delivery | null
  /** A failure that is nobody's answer, in words. */
  readonly problem: string | null
}

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

function stateOf(facts: SyncFacts): SyncState['state'] {
  const { last } = facts
  if (facts.restricted) return 'restricted'
  if (facts.working) return 'working'
  if (facts.clashes > 0) return 'clash'
  if (facts.problem !== null || last?.kind === 'refused') return 'refused'
  if (last?.kind === 'waiting' && last.failure.kind === 'sign-in') return 'sign-in'
  if (last?.kind === 'waiting') return facts.queue.length > 0 ? 'waiting' : 'offline'
  if (!facts.hasRemote) return 'no-remote'
  if (facts.queue.length > 0) return 'waiting'
  if (last === null) return 'unknown'
  return facts.incoming > 0 ? 'incoming' : 'up-to-date'
}

function wordsFor(state: SyncState['state'], facts: SyncFacts): string {
  const { last, queue, clashes, incoming } = facts
  const waiting = count(queue.length, 'publish waits', 'publishes wait')
  switch (state) {
    case 'restricted':
      return 'This site is shown only: nothing is published from it.'
    case 'working':
      return 'Talking to the site…'
    case 'clash':
      return `${count(clashes, 'file was', 'files were')} changed here and on the site. Decide which version to keep.`
    case 'no-remote':
      return 'This site is published to no other place. What you publish is recorded in its folder.'
    case 'unknown':
      return 'Opening a folder asks no other computer. Look once, or publish: from then on Galley looks for changes by itself.'
    case 'incoming':
      return `${count(incoming, 'file that somebody else changed has', 'files that others changed have')} come in.`
    case 'up-to-date':
      return 'You have the site’s newest version.'
    case 'offline':
    case 'waiting':
    case 'sign-in':
    case 'refused': {
      const why = facts.problem ?? (last && last.kind !== 'together' ? last.failure.words : '')
      return queue.length > 0 && state !== 'refused' ? `${waiting}. ${why}`.trim() : why
    }
  }
}

/** What the window shows about a site and its remote. */
export function syncStateOf(facts: SyncFacts): SyncState {
  const state = stateOf(facts)
  return {
    state,
    waiting: facts.queue.length,
    incoming: facts.incoming,
    words: wordsFor(state, facts),
    queue: [...facts.queue],
    clashes: facts.clashes,
  }
}
