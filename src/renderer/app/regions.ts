import { isModalOpen } from '../lib/modal.ts'
import { useLayout } from './layout-store.ts'

/** Parts of the window that F6 goes through carry `data-region`; what to focus first there carries `data-region-start`. */
const tabbable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [contenteditable="true"], [tabindex]'

/** Where a region begins for the keyboard: its page, its tree, or what it names itself. */
const start = '[data-region-start], [role="textbox"], [role="tree"], [role="treeitem"]'

/** Where the focus was in each region when it left. */
const left = new WeakMap<Element, HTMLElement>()

/** An editable element takes the focus without saying so by its tab index. */
const isReachable = (element: HTMLElement) =>
  (element.tabIndex >= 0 || element.isContentEditable) && element.getClientRects().length > 0

function entryOf(region: Element): HTMLElement | null {
  const before = left.get(region)
  if (before?.isConnected && isReachable(before)) return before
  const starts = [...region.querySelectorAll<HTMLElement>(start)]
  const all = [...region.querySelectorAll<HTMLElement>(tabbable)]
  return [...starts, ...all].find(isReachable) ?? null
}

/** As one reads the window; a panel laid over the work stands elsewhere in the page. */
const order = ['title', 'rail', 'list', 'work', 'inspector', 'status']
const placeOf = (region: HTMLElement) => order.indexOf(region.dataset.region ?? '')
const regions = () =>
  [...document.querySelectorAll<HTMLElement>('[data-region]')].sort(
    (a, b) => placeOf(a) - placeOf(b),
  )

/** A panel laid over the work goes when the focus goes to another part. */
function enter(region: HTMLElement, entry: HTMLElement): void {
  entry.focus()
  const { peek, setPeek } = useLayout.getState()
  if (peek !== null && region.dataset.region !== peek) setPeek(null)
}

/** Moves the focus to the next or previous part of the window that can take it. */
export function stepRegion(by: 1 | -1): void {
  const parts = regions()
  const now = document.activeElement
  const at = parts.findIndex((part) => part.contains(now))
  if (at >= 0 && now instanceof HTMLElement) left.set(parts[at] as Element, now)
  for (let n = 1; n <= parts.length; n += 1) {
    const from = at < 0 && by < 0 ? 0 : at
    const region = parts[(from + by * n + parts.length * n) % parts.length]
    const entry = region ? entryOf(region) : null
    if (!region || !entry) continue
    enter(region, entry)
    return
  }
}

/** Answers whether there was something to focus. */
export function focusRegion(name: string): boolean {
  const region = regions().find((part) => part.dataset.region === name)
  const entry = region ? entryOf(region) : null
  if (!region || !entry) return false
  enter(region, entry)
  return true
}

/** Escape in the parts around the work leads back to it, unless something there had a use for it. */
export function followEscape(): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
    if (isModalOpen()) return
    const { peek } = useLayout.getState()
    const region = (event.target as Element | null)?.closest?.<HTMLElement>('[data-region]')
    const isAway = region !== undefined && region !== null && region.dataset.region !== 'work'
    if (!isAway && peek === null) return
    focusRegion('work')
  }
  window.addEventListener('keydown', onKey)
  return () => window.removeEventListener('keydown', onKey)
}
