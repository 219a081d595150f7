import { useEffect, useRef } from 'react'
import { focusRegion } from './regions.ts'

const watchFor = 2000

const isLost = () => document.activeElement === null || document.activeElement === document.body

/** The user, or a dialog that is still on its way out, has the focus outside the work. */
const isElsewhere = () =>
  !isLost() && document.activeElement?.closest('[data-region="work"], [role="dialog"]') === null

const isDrawn = () => document.querySelector('[data-region="work"] [role="textbox"]') !== null

/**
 * When another page or view comes to the front, what had the focus goes with the old one, at once or a little later.
 * The new one takes it as soon as it is drawn, unless the user puts it somewhere else meanwhile.
 */
export function useFocusKept(active: string | null, view: string | undefined): void {
  const shown = useRef(`${active} ${view}`)
  useEffect(() => {
    // What a window shows at first waits for the user, who has not been anywhere yet.
    const now = `${active} ${view}`
    if (shown.current === now) return
    shown.current = now
    const end = performance.now() + watchFor
    let frame = requestAnimationFrame(function look() {
      if (isElsewhere()) return
      if (isLost() && (active === null || isDrawn())) focusRegion('work')
      else if (performance.now() < end) frame = requestAnimationFrame(look)
    })
    return () => cancelAnimationFrame(frame)
  }, [active, view])
}
