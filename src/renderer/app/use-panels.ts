import { useCallback, useSyncExternalStore } from 'react'
import { type SidePanel, useLayout } from './layout-store.ts'

/** Below these widths a panel is laid over the work on demand; zooming in counts as getting narrower. */
const room: Readonly<Record<SidePanel, string>> = {
  list: '(min-width: 700px)',
  inspector: '(min-width: 980px)',
}

function useMedia(query: string): boolean {
  const follow = useCallback(
    (changed: () => void) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    [query],
  )
  return useSyncExternalStore(follow, () => window.matchMedia(query).matches)
}

export interface PanelState {
  /** `beside` takes room from the work, `over` lies on it. */
  readonly place: 'hidden' | 'beside' | 'over'
  toggle(): void
  /** Brings it back where it is hidden. */
  reveal(): void
}

/** Where a panel is now, and how to switch it. */
export function usePanel(panel: SidePanel): PanelState {
  const fits = useMedia(room[panel])
  const wanted = useLayout((layout) => layout[panel])
  const peeked = useLayout((layout) => layout.peek === panel)
  const { show, setPeek } = useLayout.getState()
  const shown = fits ? wanted : peeked
  const set = (to: boolean) => (fits ? show(panel, to) : setPeek(to ? panel : null))
  return {
    place: shown ? (fits ? 'beside' : 'over') : 'hidden',
    toggle: () => set(!shown),
    reveal: () => set(true),
  }
}
