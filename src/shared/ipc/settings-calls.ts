import { z } from 'zod'
import { call } from './define.ts'
import { identity } from './publish-calls.ts'

/** What a page looks like while it is written: set as Galley sets pages, or near to the site itself. */
export const pageLook = z.enum(['plain', 'site'])
export type PageLook = z.infer<typeof pageLook>

/** The dictionary a site's words are checked with. */
export const spelling = z.enum(['en-GB', 'en-US', 'off'])
export type Spelling = z.infer<typeof spelling>

export const settings = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  identity: identity.nullable(),
  /** By the site's id; sites that are not in it are written in British English. */
  spelling: z.record(z.string().max(64), spelling),
  /** By the site's id; others have the look of the site where it has a style sheet of its own. */
  look: z.record(z.string().max(64), pageLook),
  /** The user's own words, which no dictionary need know. */
  ownWords: z.array(z.string().min(1).max(100)).max(10_000),
})
export type Settings = z.infer<typeof settings>

export const settingsCalls = {
  'settings.get': call(z.void(), settings),
  'settings.set': call(settings.partial().strict(), settings),
} as const
