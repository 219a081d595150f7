import { useEffect, useRef } from 'react'
import { isModalOpen } from '../lib/modal.ts'
import { focusRegion } from './regions.ts'

const patience = 3000

const isLost = () => document.activeElement === null || document.activeElement === document.body

const isPageDrawn = () =>
  document.querySelector('[data-region="work"] :is([role="textbox"], .cm-content)') !== null

/**
 * When another page comes to the front, what had the focus may go with the old one. The new page takes it as soon as
 * it is drawn, unless the user put it somewhere else meanwhile.
 */
export function useFocusKept(active: string | null): void {
  const isFirst = useRef(true)
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false
      return
    }
    const end = performance.now() + patience
    let frame = requestAnimationFrame(function look() {
      const isWaiting = isModalOpen() || (active !== null && !isPageDrawn())
      if (isWaiting && performance.now() < end) frame = requestAnimationFrame(look)
      else if (isLost()) focusRegion('work')
    })
    return () => cancelAnimationFrame(frame)
  }, [active])
}
