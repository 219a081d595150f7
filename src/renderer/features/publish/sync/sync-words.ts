import type { SyncState } from '../../../../shared/ipc/publish-calls.ts'
import { counted } from '../words.ts'

type SyncTone = 'plain' | 'ok' | 'offline' | 'incoming' | 'problem' | 'working'

export interface SyncWords {
  /** On the pill. */
  readonly text: string
  /** Over the sentence in its panel. */
  readonly title: string
  readonly tone: SyncTone
  readonly action: { readonly label: string; readonly does: 'sync' | 'resolve' } | null
}

const look = { label: 'Look now', does: 'sync' } as const
const tryNow = { label: 'Try now', does: 'sync' } as const

const publishes = (n: number) => counted(n, 'publish', 'publishes')

/** What the pill says, its panel's title and the one thing to do, for each state. */
export function syncInWords(sync: SyncState): SyncWords {
  const { waiting, incoming, clashes } = sync
  switch (sync.state) {
    case 'unknown':
      return { text: 'Not checked yet', title: 'Not checked yet', tone: 'plain', action: look }
    case 'up-to-date':
      return { text: 'Up to date', title: 'Up to date', tone: 'ok', action: look }
    case 'working':
      return {
        text: 'Looking for changes…',
        title: 'Looking for changes',
        tone: 'working',
        action: null,
      }
    case 'offline': {
      const text = waiting > 0 ? `Offline, ${publishes(waiting)} waiting` : 'Offline'
      return { text, title: 'You are offline', tone: 'offline', action: tryNow }
    }
    case 'incoming':
      return {
        text: `${counted(incoming, 'new change')} from others`,
        title: 'Others changed the site',
        tone: 'incoming',
        action: look,
      }
    case 'waiting':
      return {
        text: `${publishes(waiting)} waiting`,
        title: 'Not on the site yet',
        tone: 'offline',
        action: tryNow,
      }
    case 'sign-in':
      return { text: 'Sign-in needed', title: 'Sign in first', tone: 'problem', action: tryNow }
    case 'refused':
      return { text: 'Not accepted', title: 'Not accepted', tone: 'problem', action: tryNow }
    case 'clash':
      return {
        text: clashes > 0 ? `${counted(clashes, 'decision')} to make` : 'Decisions to make',
        title: 'You and others changed the same files',
        tone: 'problem',
        action: { label: 'Resolve…', does: 'resolve' },
      }
    case 'no-remote':
      return {
        text: 'Only on this computer',
        title: 'Only on this computer',
        tone: 'plain',
        action: null,
      }
    case 'restricted':
      return { text: 'Shown only', title: 'Shown only', tone: 'plain', action: null }
  }
}
