import { z } from 'zod'
import { call } from './define.ts'
import { id, repoPath, shortText } from './schemas.ts'

/** Why a site is open for reading and editing only, with no git writes. */
const restriction = z.object({
  /** One sentence for the window: what was found. */
  reason: shortText,
  /** The settings or files found, for the site's developer. */
  found: z.array(shortText),
})

export const siteInfo = z.object({
  /** Opaque; the host part of `media://<id>/…`. */
  id,
  name: shortText,
  /** The folder as the user's system shows it; for display only. */
  folder: shortText,
  profile: z.enum(['isomer', 'jekyll', 'folder']),
  sample: z.boolean(),
  restriction: restriction.nullable(),
  branch: shortText.nullable(),
  /** Where publishing goes, in words such as `github.com/agency/site`; null without a remote. */
  remote: shortText.nullable(),
  /** Something unusual about the folder that the user should know (an unfinished merge, …). */
  notice: shortText.nullable(),
})
export type SiteInfo = z.infer<typeof siteInfo>

export const recentSite = z.object({
  id,
  name: shortText,
  folder: shortText,
  openedAt: z.string(),
  missing: z.boolean(),
  sample: z.boolean(),
})
export type RecentSite = z.infer<typeof recentSite>

const folderChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cancelled') }),
  z.object({ kind: z.literal('opened'), site: siteInfo }),
  /** The folder is no repository; `token` lets the user start one there. */
  z.object({ kind: z.literal('no-repository'), token: id, folder: shortText }),
])
export type FolderChoice = z.infer<typeof folderChoice>

export const appState = z.object({
  version: z.string(),
  platform: z.enum(['darwin', 'win32', 'linux']),
  site: siteInfo.nullable(),
  /** A sentence about why the site asked for on the command line did not open. */
  problem: shortText.nullable(),
})
export type AppState = z.infer<typeof appState>

export const appCalls = {
  'app.state': call(z.void(), appState),
  'app.recentSites': call(z.void(), z.array(recentSite)),
  'app.forgetRecent': call(z.object({ id }).strict(), z.void()),
  'app.openRecent': call(z.object({ id }).strict(), siteInfo),
  /** `fresh` throws the current sample away and makes a new one. */
  'app.openSample': call(z.object({ fresh: z.boolean() }).strict(), siteInfo),
  'app.openFolder': call(z.void(), folderChoice),
  'app.startRepository': call(z.object({ token: id }).strict(), siteInfo),
  /** Asks for the folder that will hold the clone; null when cancelled. */
  'app.chooseCloneFolder': call(z.void(), z.object({ token: id, folder: shortText }).nullable()),
  'app.defaultCloneFolder': call(z.void(), z.object({ token: id, folder: shortText })),
  /** Progress arrives as `task.progress` with the same `task`. */
  'app.clone': call(
    z.object({ url: shortText, token: id, name: z.string().min(1).max(120), task: id }).strict(),
    siteInfo,
  ),
  'app.cancelTask': call(z.object({ task: id }).strict(), z.void()),
  'app.closeSite': call(z.void(), z.void()),
  'app.openExternal': call(z.object({ url: shortText }).strict(), z.void()),
  'app.showInFolder': call(z.object({ path: repoPath.nullable() }).strict(), z.void()),
  /** Everything open is saved or in the journal; the window may go. */
  'app.readyToClose': call(z.void(), z.void()),
  /** The commands now possible, so that the application menu can enable its items. */
  'app.menu': call(
    z.object({ enabled: z.array(id).max(500), checked: z.array(id).max(500) }).strict(),
    z.void(),
  ),
  'app.showLog': call(z.void(), z.void()),
  /** Puts what is in the clipboard in where the focus is. */
  'app.paste': call(z.object({ plain: z.boolean() }).strict(), z.void()),
  'app.copyText': call(z.object({ text: z.string().max(1_000_000) }).strict(), z.void()),
} as const
