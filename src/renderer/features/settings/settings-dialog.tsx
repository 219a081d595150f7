import { useState } from 'react'
import type { Settings } from '../../../shared/ipc/settings-calls.ts'
import { request, wordsOf } from '../../lib/api.ts'
import { useCommand } from '../../lib/command-store.ts'
import { useCall } from '../../lib/use-call.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { IdentityForm } from './identity-form.tsx'
import './settings-dialog.css'

const themes: readonly { readonly id: Settings['theme']; readonly label: string }[] = [
  { id: 'system', label: 'System' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
]

function useChange() {
  const [problem, setProblem] = useState<string | null>(null)
  const change = async (to: Partial<Settings>): Promise<void> => {
    try {
      await request('settings.set', to)
      setProblem(null)
    } catch (error) {
      setProblem(wordsOf(error))
    }
  }
  return { problem, change }
}

function SettingsForm({ settings, version }: { settings: Settings; version: string }) {
  const { problem, change } = useChange()
  return (
    <div className="settings">
      <section>
        <h3>Appearance</h3>
        <div className="settings-row">
          <span>Theme</span>
          <Segmented
            label="Theme"
            value={settings.theme}
            options={themes}
            onChange={(theme) => void change({ theme })}
          />
        </div>
      </section>
      <section>
        <h3>Who publishes</h3>
        <IdentityForm
          identity={settings.identity}
          onIdentity={(identity) => void change({ identity })}
        />
      </section>
      <section>
        <h3>About</h3>
        <div className="settings-row">
          <span>Galley {version}</span>
          <Button size="sm" onClick={() => void request('app.showLog')}>
            Show the log
          </Button>
        </div>
        <p className="settings-note">
          The log says what Galley did, for whoever helps you. No page text is in it.
        </p>
      </section>
      {problem && (
        <p role="alert" className="settings-problem">
          {problem}
        </p>
      )}
    </div>
  )
}

/** What holds on this computer for all sites. Changes are kept at once. */
export function SettingsDialog({ version }: { readonly version: string }) {
  const [open, setOpen] = useState(false)
  const settings = useCall('settings.get').data
  useCommand('app.settings', { run: () => setOpen(true), enabled: settings !== undefined })
  return (
    <Dialog
      open={open && settings !== undefined}
      onClose={() => setOpen(false)}
      title="Settings"
      width={540}
    >
      {settings && <SettingsForm settings={settings} version={version} />}
    </Dialog>
  )
}
