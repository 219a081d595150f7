import { useCommand } from '../lib/command-store.ts'
import { useOpenPages } from '../lib/open-pages-store.ts'
import { useSection } from '../lib/section-store.ts'

/** Commands about the open pages. */
export function useTabCommands(): void {
  const { tabs, closed, active: inFront } = useOpenPages()
  // What is not on the screen is not closed or stepped through unseen.
  const isShown = useSection((window) => window.section === 'pages')
  const active = isShown ? inFront : null
  const { close, closeOthers, reopen, step } = useOpenPages.getState()
  useCommand('tab.close', {
    enabled: active !== null,
    run: () => {
      if (active !== null) close(active)
    },
  })
  useCommand('tab.close-others', {
    enabled: active !== null && tabs.length > 1,
    run: () => {
      if (active !== null) closeOthers(active)
    },
  })
  useCommand('tab.reopen', { enabled: closed.length > 0, run: reopen })
  useCommand('go.next-tab', { enabled: isShown && tabs.length > 1, run: () => step(1) })
  useCommand('go.previous-tab', { enabled: isShown && tabs.length > 1, run: () => step(-1) })
}
