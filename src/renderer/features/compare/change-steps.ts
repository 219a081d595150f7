import { type RefObject, useLayoutEffect, useState } from 'react'

const marked = '[data-change]:not([data-change="same"]):not([data-change="fold"])'

/** The changes in view order, without those inside another. Lines of source that follow each other are one. */
function changesIn(root: HTMLElement): readonly HTMLElement[] {
  const all = [...root.querySelectorAll<HTMLElement>(marked)].filter(
    (element) => !element.parentElement?.closest(marked),
  )
  const inSource = (element: Element | null) => element?.matches(`.compare-source > ${marked}`)
  return all.filter((element) => !inSource(element) || !inSource(element.previousElementSibling))
}

/**
 * Steps from change to change: each comes into view and is marked; at the ends it starts over. With another `shown`
 * it begins anew. `total` is how many there are to step to; null until something is drawn.
 */
export function useChangeSteps(root: RefObject<HTMLElement | null>, shown: string) {
  const [total, setTotal] = useState<number | null>(null)
  // After each drawing: what is marked depends on the view, the versions and what is unfolded.
  useLayoutEffect(() => {
    setTotal(root.current ? changesIn(root.current).length : null)
  })
  const [place, setPlace] = useState<{ shown: string; now: number; of: number } | null>(null)
  const step = (by: 1 | -1) => {
    if (!root.current) return
    const changes = changesIn(root.current)
    if (changes.length === 0) return
    const current = changes.findIndex((element) => element.hasAttribute('data-current'))
    const start = current < 0 && by < 0 ? 0 : current
    const next = (start + by + changes.length) % changes.length
    for (const element of changes) element.removeAttribute('data-current')
    changes[next]?.setAttribute('data-current', '')
    changes[next]?.scrollIntoView({ block: 'center' })
    setPlace({ shown, now: next + 1, of: changes.length })
  }
  return { at: place?.shown === shown ? place : null, total, step }
}
