import { isOnThisComputer } from './local-remote.ts'
import { openPublishRecord } from './publish-record.ts'
import type { PublishRepo } from './publish-repo.ts'
import type { Remote } from './remote.ts'

/*
 * Opening a site must reach no network: its settings may name anybody's address. A remote is asked by itself only after
 * the user asked for it once: by cloning from it, by publishing, or by looking for changes.
 */

/** Whether a remote may be asked without the user asking; one on this computer is no network. */
export const isAgreed = ({ record }: PublishRepo, { url }: Remote): boolean =>
  isOnThisComputer(url) || record.get().agreed === url

/** Remembers that the user talks to this remote. */
export async function agree({ record }: PublishRepo, remote: Remote | null): Promise<void> {
  const now = record.get()
  if (remote && now.agreed !== remote.url) await record.set({ ...now, agreed: remote.url })
}

/** The same for a site that was cloned from `url`, before it is first opened; `stateDir` is the site's. */
export async function agreeByCloning(stateDir: string, url: string): Promise<void> {
  const record = openPublishRecord(stateDir)
  await record.set({ ...record.get(), agreed: url })
}
