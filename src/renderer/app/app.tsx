import { SettingsDialog } from '../features/settings/settings-dialog.tsx'
import { ShortcutsDialog } from '../features/shortcuts/shortcuts-dialog.tsx'
import { SiteActions } from '../features/welcome/site-actions.tsx'
import { Welcome } from '../features/welcome/welcome.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmHost } from '../ui/confirm.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { ToastHost } from '../ui/toast.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { useReady } from './ready.ts'
import { SiteWindow } from './site-window.tsx'
import { useAppCommands } from './use-app-commands.ts'
import { useToldProblem } from './use-told-problem.ts'
import { useWindowState, type WindowState } from './window-state.ts'
import './shell.css'

function WelcomeScreen({ problem }: { readonly problem: string | null }) {
  useReady(true)
  return (
    <div className="shell-welcome">
      <Welcome problem={problem} />
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
              <Button variant="primary" size="lg" onClick={state.retry}>
                Try again
              </Button>
            }
          />
        </div>
      )
    case 'open': {
      const { site, problem } = state.app
      return site ? (
        <SiteWindow key={state.opening} site={site} />
      ) : (
        <WelcomeScreen problem={problem} />
      )
    }
  }
}

/** The window: the welcome or a site, and what both share. */
export function App() {
  const state = useWindowState()
  useAppCommands()
  useToldProblem(state)
  return (
    <>
      <ErrorBoundary part="The window" isAll>
        <Screen state={state} />
      </ErrorBoundary>
      <SiteActions />
      <SettingsDialog version={state.kind === 'open' ? state.app.version : ''} />
      <ShortcutsDialog />
      <ConfirmHost />
      <ToastHost />
    </>
  )
}
