import { type Settings, settings } from '../../shared/ipc/settings-calls.ts'
import { type JsonFile, openJsonFile } from '../lib/json-file.ts'
import type { Log } from '../lib/log.ts'

export type SettingsStore = JsonFile<Settings>

const initial: Settings = { theme: 'system', identity: null, spelling: {}, look: {}, ownWords: [] }

/** Keys that a newer Galley wrote are left out; missing ones get their default. */
export function openSettings(path: string, log: Log): SettingsStore {
  return openJsonFile(path, {
    initial,
    parse: (raw) => settings.parse({ ...initial, ...(raw as object) }),
    onDamaged: (words, cause) => log.error(words, cause),
  })
}
