import { useEffect } from 'react'
import { useCommand } from '../../lib/command-store.ts'
import { toast } from '../../ui/toast.tsx'
import { CloneDialog } from './clone-dialog.tsx'
import {
  dropProblem,
  hideClone,
  openFolder,
  openFreshSample,
  openSample,
  showClone,
  useSiteActions,
} from './site-actions-store.ts'
import { StartSiteDialog } from './start-site-dialog.tsx'

/** Tells of a failure where no welcome is there to show it. */
function useProblemToast(): void {
  const problem = useSiteActions((s) => s.problem)
  const isWelcomeShown = useSiteActions((s) => s.isWelcomeShown)
  useEffect(() => {
    if (problem === null || isWelcomeShown) return
    toast({ title: 'The site did not open', text: problem, tone: 'problem' })
    dropProblem()
  }, [problem, isWelcomeShown])
}

/** The ways to open a site, from the welcome and from a site's window: their commands and dialogs. Mounted once. */
export function SiteActions() {
  const isIdle = useSiteActions((s) => s.busy === null)
  const isCloning = useSiteActions((s) => s.isCloning)
  useCommand('site.open-folder', { run: () => void openFolder(), enabled: isIdle })
  useCommand('site.open-sample', { run: () => void openSample(), enabled: isIdle })
  useCommand('site.fresh-sample', { run: () => void openFreshSample(), enabled: isIdle })
  useCommand('site.clone', { run: showClone, enabled: isIdle })
  useProblemToast()
  return (
    <>
      {isCloning && <CloneDialog onClose={hideClone} />}
      <StartSiteDialog />
    </>
  )
}
