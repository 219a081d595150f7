import type { Handlers } from '../../shared/ipc/contract.ts'
import { type Settings, settings } from '../../shared/ipc/settings-calls.ts'
import type { CallContext } from '../lib/call-context.ts'
import type { SettingsStore } from './settings-store.ts'

type SettingsHandlers = Pick<Handlers<CallContext>, 'settings.get' | 'settings.set'>

/** `onChange` applies new settings to the whole app and tells every window. */
export function createSettingsHandlers(
  store: SettingsStore,
  onChange: (settings: Settings) => void,
): SettingsHandlers {
  return {
    'settings.get': async () => store.get(),
    async 'settings.set'(change) {
      const given = Object.entries(change).filter(([, value]) => value !== undefined)
      const next = settings.parse({ ...store.get(), ...Object.fromEntries(given) })
      const saved = store.set(next)
      onChange(next)
      await saved
      return next
    },
  }
}
