import type { WebContents } from 'electron'
import type { EventName, EventPayload } from '../../shared/ipc/contract.ts'

/** The one channel on which main announces things to a page. */
const eventChannel = 'galley:event'

/** Tells one window something; a window that is gone is not told. */
export function publishEvent<K extends EventName>(
  target: WebContents,
  name: K,
  payload: EventPayload<K>,
): void {
  if (!target.isDestroyed()) target.send(eventChannel, name, payload)
}
