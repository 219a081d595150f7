import { type RefObject, useEffect, useRef } from 'react'

const rowOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-path]') : null

/** What takes the focus in a row: its check box, or the row itself where it cannot be ticked. */
export const focusOf = (row: Element | null | undefined) =>
  row?.querySelector<HTMLElement>('[role="checkbox"]:not([data-disabled]), .publish-row-main')

function nextRow(rows: readonly HTMLElement[], at: number, key: string): HTMLElement | undefined {
  switch (key) {
    case 'ArrowDown':
      return rows[Math.min(at + 1, rows.length - 1)]
    case 'ArrowUp':
      return rows[Math.max(at - 1, 0)]
    case 'Home':
      return rows[0]
    case 'End':
      return rows.at(-1)
    default:
      return undefined
  }
}

/** One stop for Tab, arrows inside; the row with the focus is the one that is shown. */
export function useListKeys(
  root: RefObject<HTMLElement | null>,
  onSelect: (path: string) => void,
): void {
  const latest = useRef(onSelect)
  latest.current = onSelect
  useEffect(() => {
    const list = root.current
    if (!list) return
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const rows = [...list.querySelectorAll<HTMLElement>('[data-path]')]
      const row = rowOf(event.target)
      const next = row && nextRow(rows, rows.indexOf(row), event.key)
      if (!next) return
      event.preventDefault()
      focusOf(next)?.focus()
    }
    const onFocus = (event: FocusEvent) => {
      const path = rowOf(event.target)?.dataset.path
      if (path !== undefined) latest.current(path)
    }
    list.addEventListener('keydown', onKey)
    list.addEventListener('focusin', onFocus)
    return () => {
      list.removeEventListener('keydown', onKey)
      list.removeEventListener('focusin', onFocus)
    }
  }, [root])
}
