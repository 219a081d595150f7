import type { EventName, EventPayload } from '../../shared/ipc/contract.ts'
import type { SiteSession } from '../repo/site-session.ts'

/** What main knows about the window that asked. */
export interface CallContext {
  readonly windowId: number
  /** The site open in that window. */
  readonly site: SiteSession | null
  /** Tells that window something. */
  announce<K extends EventName>(name: K, payload: EventPayload<K>): void
}
