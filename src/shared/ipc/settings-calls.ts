import { z } from 'zod'
import { call } from './define.ts'
import { identity } from './publish-calls.ts'

export const settings = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  identity: identity.nullable(),
})
export type Settings = z.infer<typeof settings>

export const settingsCalls = {
  'settings.get': call(z.void(), settings),
  'settings.set': call(settings.partial().strict(), settings),
} as const
