import { useCommand } from '../lib/command-store.ts'
import { type PageView, useOpenPages } from '../lib/open-pages-store.ts'
import { type Section, useSection } from '../lib/section-store.ts'
import { type SidePanel, useLayout } from './layout-store.ts'
import { onceDrawn, untilDone } from './once-drawn.ts'
import { focusRegion, stepRegion } from './regions.ts'
import { type PanelState, usePanel } from './use-panels.ts'

/** A panel laid over the work is there to be used, so it takes the focus; one beside it may just be looked at. */
function flip(name: SidePanel, { toggle }: PanelState): void {
  toggle()
  onceDrawn(() => {
    if (useLayout.getState().peek === name) focusRegion(name)
  })
}

/** Commands about what the window shows, and where the focus is. */
export function useViewCommands(): void {
  const list = usePanel('list')
  const inspector = usePanel('inspector')
  const active = useOpenPages((pages) => pages.active)
  const view = useOpenPages((pages) => pages.tabs.find(({ path }) => path === pages.active)?.view)
  const section = useSection((window) => window.section)
  const show = (to: PageView) => ({
    enabled: active !== null && section === 'pages',
    checked: view === to,
    run: () => {
      if (active !== null) useOpenPages.getState().setView(active, to)
    },
  })
  useCommand('view.write', show('write'))
  useCommand('view.source', show('source'))
  useCommand('view.preview', show('preview'))
  useCommand('view.list', { checked: list.place !== 'hidden', run: () => flip('list', list) })
  useCommand('view.inspector', {
    checked: inspector.place !== 'hidden',
    run: () => flip('inspector', inspector),
  })
  const goTo = (to: Section) => ({
    run: () => {
      useSection.getState().show(to)
      list.reveal()
      untilDone(() => focusRegion('list'))
    },
  })
  useCommand('go.pages', goTo('pages'))
  useCommand('go.media', goTo('media'))
  useCommand('go.next-region', { run: () => stepRegion(1) })
  useCommand('go.previous-region', { run: () => stepRegion(-1) })
}
