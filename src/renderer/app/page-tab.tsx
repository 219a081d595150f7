import { TriangleAlert, X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { keysOf, labelOf } from '../lib/command-keys.ts'
import { runCommand } from '../lib/command-store.ts'
import { useOpenPages } from '../lib/open-pages-store.ts'
import { cx } from '../ui/class-names.ts'
import { ContextMenu, type MenuEntry } from '../ui/menu.tsx'
import { Hidden } from '../ui/visually-hidden.tsx'
import { commandEntry } from './command-entries.ts'
import { panelId, tabId } from './tab-ids.ts'
import { usePageMarks, usePageTitle } from './use-page-titles.ts'

interface Props {
  readonly path: string
  readonly current: boolean
}

function Mark({ path }: { readonly path: string }) {
  const problem = useOpenPages((pages) => pages.states[path]?.save.kind === 'problem')
  const mark = usePageMarks()[path]
  if (problem)
    return (
      <span className="tab-mark tab-mark-problem">
        <TriangleAlert size={14} strokeWidth={2} aria-hidden />
        <Hidden>not saved</Hidden>
      </span>
    )
  if (!mark) return null
  return (
    <span className="tab-mark tab-mark-dot">
      <Hidden>{mark}</Hidden>
    </span>
  )
}

/** A tab's own commands act on the tab in front, so the tab comes to the front first. */
function entriesFor(path: string): readonly MenuEntry[] {
  const { tabs, close, closeOthers, activate } = useOpenPages.getState()
  return [
    { label: labelOf('tab.close'), keys: keysOf('tab.close'), run: () => close(path) },
    {
      label: labelOf('tab.close-others'),
      disabled: tabs.length < 2,
      run: () => closeOthers(path),
    },
    commandEntry('tab.reopen'),
    'line',
    {
      label: labelOf('go.reveal'),
      run: () => {
        activate(path)
        requestAnimationFrame(() => runCommand('go.reveal'))
      },
    },
    {
      label: labelOf('site.show-in-folder'),
      run: () => {
        activate(path)
        requestAnimationFrame(() => runCommand('site.show-in-folder'))
      },
    },
  ]
}

/** One open page. The close button is for the pointer; keys are Delete here and the command's everywhere. */
export function PageTab({ path, current }: Props) {
  const { activate, close } = useOpenPages.getState()
  const title = usePageTitle()(path)
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Delete') return
    event.preventDefault()
    const strip = event.currentTarget.closest('[role="tablist"]')
    close(path)
    requestAnimationFrame(() =>
      strip?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus(),
    )
  }
  return (
    <ContextMenu label={title} entries={() => entriesFor(path)}>
      <div
        role="tab"
        id={tabId(path)}
        className={cx('tab', current && 'tab-current')}
        aria-selected={current}
        aria-controls={current ? panelId : undefined}
        tabIndex={current ? 0 : -1}
        title={title}
        onClick={(event) => {
          if ((event.target as Element).closest('.tab-close')) close(path)
          else activate(path)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === ' ') activate(path)
          else onKey(event)
        }}
        onMouseDown={(event) => {
          // The middle button would start the browser's own scrolling.
          if (event.button === 1) event.preventDefault()
        }}
        onAuxClick={(event) => {
          if (event.button === 1) close(path)
        }}
      >
        <span className="tab-name">{title}</span>
        <Mark path={path} />
        <span className="tab-close" aria-hidden>
          <X size={14} strokeWidth={2} />
        </span>
      </div>
    </ContextMenu>
  )
}
