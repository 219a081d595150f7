import { request } from '../lib/api.ts'
import { useCommand } from '../lib/command-store.ts'
import { useCall } from '../lib/use-call.ts'

/** Commands that make sense with and without a site. */
export function useAppCommands(): void {
  const theme = useCall('settings.get').data?.theme
  const choose = (to: 'system' | 'light' | 'dark') => ({
    run: () => void request('settings.set', { theme: to }),
    enabled: theme !== undefined,
    checked: theme === to,
  })
  useCommand('theme.system', choose('system'))
  useCommand('theme.light', choose('light'))
  useCommand('theme.dark', choose('dark'))
  useCommand('help.log', { run: () => void request('app.showLog') })
}
