import { type RefObject, useEffect, useState } from 'react'

/** Below these widths of the bar one more group of tools goes into the menu of further tools. */
const narrowerThan = [760, 620] as const

/** How many groups of tools, from the last, have no room in the bar and are found in the menu. */
export function useFoldedGroups(toolbar: RefObject<HTMLElement | null>): number {
  const [folded, setFolded] = useState(0)
  useEffect(() => {
    const bar = toolbar.current?.parentElement
    if (!bar) return
    const measure = () => setFolded(narrowerThan.filter((width) => bar.clientWidth < width).length)
    const observer = new ResizeObserver(measure)
    observer.observe(bar)
    return () => observer.disconnect()
  }, [toolbar])
  return folded
}
