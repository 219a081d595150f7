import type { Reply } from './app-error.ts'
import type { EventName } from './contract.ts'

/** What the preload script puts on `window.bridge`; the only door of the renderer to main. */
export interface Bridge {
  /** Makes a request of the contract. Never rejects: failures come back as replies. */
  invoke(name: string, input: unknown): Promise<Reply>
  /** Listens to an event of the contract; the answer stops it. Throws for any other name. */
  subscribe(event: EventName, listener: (payload: unknown) => void): () => void
  /** Where a file that was dropped on the window lies on disk; empty for one that is not on disk. */
  pathForFile(file: object): string
}

/** Every event of the contract, for the preload script, which must not load the schemas. */
export const eventNames: Readonly<Record<EventName, true>> = {
  'repo.changed': true,
  'task.progress': true,
  'publish.state': true,
  'settings.changed': true,
  'site.opened': true,
  'command.run': true,
  'window.closing': true,
}
