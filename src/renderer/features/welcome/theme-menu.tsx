import { Palette } from 'lucide-react'
import type { Settings } from '../../../shared/ipc/settings-calls.ts'
import { request, wordsOf } from '../../lib/api.ts'
import { useCall } from '../../lib/use-call.ts'
import { Button } from '../../ui/button.tsx'
import { MenuButton } from '../../ui/menu.tsx'
import { toast } from '../../ui/toast.tsx'

const labels: Readonly<Record<Settings['theme'], string>> = {
  system: 'System theme',
  light: 'Light theme',
  dark: 'Dark theme',
}
const themes = ['system', 'light', 'dark'] as const

function choose(theme: Settings['theme']): void {
  request('settings.set', { theme }).catch((error: unknown) =>
    toast({ title: wordsOf(error), tone: 'problem' }),
  )
}

/** Light, dark, or as the system has it. */
export function ThemeMenu() {
  const theme = useCall('settings.get').data?.theme ?? 'system'
  return (
    <MenuButton
      label="Theme"
      align="end"
      entries={themes.map((one) => ({
        label: labels[one],
        checked: one === theme,
        run: () => choose(one),
      }))}
      trigger={
        <Button variant="quiet" size="sm" className="welcome-theme">
          <Palette size={14} strokeWidth={2} aria-hidden="true" />
          {labels[theme]}
        </Button>
      }
    />
  )
}
