import { z } from 'zod'
import { appCalls, siteInfo } from './app-calls.ts'
import { mediaCalls } from './media-calls.ts'
import { pageCalls } from './page-calls.ts'
import { publishCalls, syncState } from './publish-calls.ts'
import { settings, settingsCalls } from './settings-calls.ts'
import { siteCalls } from './site-calls.ts'

/** Every request the renderer may make. Add a line to a feature's list; the compiler then asks for the handler. */
export const calls = {
  ...appCalls,
  ...siteCalls,
  ...pageCalls,
  ...publishCalls,
  ...mediaCalls,
  ...settingsCalls,
} as const

/** What main announces. Events tell; they never ask. */
export const events = {
  /** Files of the open site changed on disk, by Galley or by others. */
  'repo.changed': z.object({ paths: z.array(z.string()), outside: z.boolean() }),
  'task.progress': z.object({
    task: z.string(),
    done: z.number(),
    total: z.number().nullable(),
    words: z.string(),
  }),
  'publish.state': syncState,
  'settings.changed': settings,
  'site.opened': siteInfo.nullable(),
  /** A menu item was chosen; `id` is a command of the renderer's registry. */
  'command.run': z.object({ id: z.string() }),
  /** The window is about to close: save what is open, then answer with `app.readyToClose`. */
  'window.closing': z.object({}),
} as const

type Calls = typeof calls
export type CallName = keyof Calls
export type Input<K extends CallName> = z.input<Calls[K]['input']>
export type Output<K extends CallName> = z.output<Calls[K]['output']>
/** One handler per call; `C` is what main knows about the window that asked. */
export type Handlers<C> = {
  readonly [K in CallName]: (input: z.output<Calls[K]['input']>, context: C) => Promise<Output<K>>
}

type Events = typeof events
export type EventName = keyof Events
export type EventPayload<K extends EventName> = z.output<Events[K]>
