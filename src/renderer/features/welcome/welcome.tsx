import { Box, Download, Folder, TriangleAlert } from 'lucide-react'
import { useEffect } from 'react'
import { useCall } from '../../lib/use-call.ts'
import { GalleyMark } from './galley-mark.tsx'
import { RecentSites } from './recent-sites.tsx'
import { openFolder, openSample, showClone, useSiteActions } from './site-actions-store.ts'
import { ThemeMenu } from './theme-menu.tsx'
import { WelcomeChoice } from './welcome-choice.tsx'
import './welcome.css'

function Choices() {
  const busy = useSiteActions((s) => s.busy)
  const isDisabled = busy !== null
  return (
    <div className="welcome-choices">
      <WelcomeChoice
        isFirst
        label="Open the sample site"
        text="Try everything, also publishing. Nothing leaves this computer."
        icon={Box}
        isBusy={busy === 'sample'}
        isDisabled={isDisabled}
        onChoose={() => void openSample()}
      />
      <WelcomeChoice
        label="Clone a site…"
        text="Bring your team’s site to this computer."
        icon={Download}
        isBusy={false}
        isDisabled={isDisabled}
        onChoose={showClone}
      />
      <WelcomeChoice
        label="Open a folder…"
        text="A site that is already on this computer."
        icon={Folder}
        isBusy={busy === 'folder'}
        isDisabled={isDisabled}
        onChoose={() => void openFolder()}
      />
    </div>
  )
}

/** Why a site did not open. The place below the choices is free, so nothing moves. */
function Problem({ words }: { readonly words: string }) {
  return (
    <div className="welcome-problem" role="alert">
      <TriangleAlert size={16} strokeWidth={1.75} aria-hidden="true" />
      <p>{words}</p>
    </div>
  )
}

function Version() {
  const version = useCall('app.state').data?.version
  return <span>{version === undefined ? '' : `Version ${version}`}</span>
}

interface Props {
  /** A sentence about why the site asked for did not open. */
  readonly problem?: string | null
}

/** What Galley shows without a site: the ways to begin, and the sites opened lately. */
export function Welcome({ problem = null }: Props) {
  const own = useSiteActions((s) => s.problem)
  useEffect(() => {
    useSiteActions.setState({ isWelcomeShown: true })
    return () => useSiteActions.setState({ isWelcomeShown: false, problem: null })
  }, [])
  const words = own ?? problem
  return (
    <main className="welcome">
      <div className="welcome-card">
        <div className="welcome-start">
          <header className="welcome-head">
            <GalleyMark />
            <div>
              <h1>Galley</h1>
              <p>Write, arrange and publish your site.</p>
            </div>
          </header>
          <Choices />
          {words && <Problem words={words} />}
          <footer className="welcome-foot">
            <Version />
            <ThemeMenu />
          </footer>
        </div>
        <RecentSites />
      </div>
    </main>
  )
}
