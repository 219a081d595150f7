import { existsSync } from 'node:fs'
import { z } from 'zod'
import type { RecentSite, SiteInfo } from '../../shared/ipc/app-calls.ts'
import { openJsonFile } from '../lib/json-file.ts'
import type { Log } from '../lib/log.ts'

const remembered = z.object({
  id: z.string(),
  name: z.string(),
  folder: z.string(),
  openedAt: z.string(),
  sample: z.boolean(),
})
const recentFile = z.object({ sites: z.array(remembered) })

const most = 20

/** The sites opened lately, newest first, kept over restarts. */
export interface RecentSites {
  list(): readonly RecentSite[]
  /** The folder of a remembered site; null for an unknown id. */
  folderOf(id: string): string | null
  remember(site: SiteInfo, folder: string): Promise<void>
  forget(id: string): Promise<void>
}

export function openRecentSites(path: string, log: Log): RecentSites {
  const file = openJsonFile(path, {
    initial: { sites: [] },
    parse: (raw) => recentFile.parse(raw),
    onDamaged: (words, cause) => log.error(words, cause),
  })
  const others = (id: string) => file.get().sites.filter((site) => site.id !== id)
  return {
    list: () => file.get().sites.map((site) => ({ ...site, missing: !existsSync(site.folder) })),
    folderOf: (id) => file.get().sites.find((site) => site.id === id)?.folder ?? null,
    remember({ id, name, sample }, folder) {
      const newest = { id, name, folder, sample, openedAt: new Date().toISOString() }
      return file.set({ sites: [newest, ...others(id)].slice(0, most) })
    },
    forget: (id) => file.set({ sites: others(id) }),
  }
}
