import { useCommand } from '../lib/command-store.ts'
import { useOpenPages } from '../lib/open-pages-store.ts'

/** Commands about the open pages. */
export function useTabCommands(): void {
  const { active, tabs, closed } = useOpenPages()
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
  useCommand('go.next-tab', { enabled: tabs.length > 1, run: () => step(1) })
  useCommand('go.previous-tab', { enabled: tabs.length > 1, run: () => step(-1) })
}
