import { ChevronDown } from 'lucide-react'
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { type OpenPage, useOpenPages } from '../lib/open-pages-store.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { MenuButton } from '../ui/menu.tsx'
import { PageTab } from './page-tab.tsx'
import './tab-bar.css'
import { usePageTitle } from './use-page-titles.ts'

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** Arrow keys move along the tabs without opening them; a page can be long. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')]
  const at = tabs.indexOf(document.activeElement as HTMLElement)
  const next = at < 0 ? undefined : steps[event.key]?.(at, tabs.length)
  if (next === undefined) return
  event.preventDefault()
  tabs[next]?.focus()
}

const showCurrent = (strip: HTMLElement) =>
  strip
    .querySelector('[aria-selected="true"]')
    ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })

/** Whether the tabs need more room than there is; the one in front stays in view. */
function useOverflow(tabs: readonly OpenPage[], active: string | null) {
  const strip = useRef<HTMLDivElement>(null)
  const [full, setFull] = useState(false)
  useLayoutEffect(() => {
    const box = strip.current
    if (!box || tabs.length === 0 || active === null) return
    const look = () => {
      setFull(box.scrollWidth > box.clientWidth + 1)
      showCurrent(box)
    }
    look()
    const observer = new ResizeObserver(look)
    observer.observe(box)
    return () => observer.disconnect()
  }, [tabs, active])
  return { strip, full }
}

function AllPages() {
  const { tabs, active, activate } = useOpenPages()
  const titleOf = usePageTitle()
  return (
    <MenuButton
      label="Open pages"
      align="end"
      entries={tabs.map(({ path }) => ({
        label: titleOf(path),
        checked: path === active,
        run: () => activate(path),
      }))}
      trigger={<IconButton label="All open pages" icon={ChevronDown} />}
    />
  )
}

/** The open pages as tabs. */
export function TabBar() {
  const tabs = useOpenPages((pages) => pages.tabs)
  const active = useOpenPages((pages) => pages.active)
  const { strip, full } = useOverflow(tabs, active)
  return (
    <div className="tab-bar">
      <div
        ref={strip}
        className="tab-bar-strip"
        role="tablist"
        aria-label="Open pages"
        onKeyDown={moveFocus}
        onWheel={(event) => {
          if (strip.current && event.deltaX === 0) strip.current.scrollLeft += event.deltaY
        }}
      >
        {tabs.map(({ path }) => (
          <PageTab key={path} path={path} current={path === active} />
        ))}
      </div>
      {full && <AllPages />}
    </div>
  )
}
