import { useEffect } from 'react'
import { SettingsDialog } from '../features/settings/settings-dialog.tsx'
import { ShortcutsDialog } from '../features/shortcuts/shortcuts-dialog.tsx'
import { SiteActions } from '../features/welcome/site-actions.tsx'
import { Welcome } from '../features/welcome/welcome.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmHost } from '../ui/confirm.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { ToastHost, toast } from '../ui/toast.tsx'
import { useReady } from './ready.ts'
import { SiteWindow } from './site-window.tsx'
import { useAppCommands } from './use-app-commands.ts'
import { useWindowState, type WindowState } from './window-state.ts'
import './shell.css'

function WelcomeScreen() {
  useReady(true)
  return (
    <div className="shell-welcome">
      <Welcome />
    </div>
  )
}

function Screen({ state }: { readonly state: WindowState }) {
  switch (state.kind) {
    case 'starting':
      return null
    case 'failed':
      return (
        <div className="shell-fault">
          <ErrorState
            happened={state.words}
            actions={
              <Button variant="primary" size="lg" onClick={() => window.location.reload()}>
                Start again
              </Button>
            }
          />
        </div>
      )
    case 'open': {
      const { site } = state.app
      return site ? <SiteWindow key={state.opening} site={site} /> : <WelcomeScreen />
    }
  }
}

/** The window: the welcome or a site, and what both share. */
export function App() {
  const state = useWindowState()
  const problem = state.kind === 'open' ? state.app.problem : null
  useEffect(() => {
    if (problem) toast({ title: 'The site did not open', text: problem, tone: 'problem' })
  }, [problem])
  useAppCommands()
  return (
    <>
      <Screen state={state} />
      <SiteActions />
      <SettingsDialog version={state.kind === 'open' ? state.app.version : ''} />
      <ShortcutsDialog />
      <ConfirmHost />
      <ToastHost />
    </>
  )
}
