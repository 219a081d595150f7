import type { KeyboardEvent } from 'react'

/** Arrow keys move along a toolbar, as one stop of the Tab key; a list in it is opened by the other two. */
export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (!step) return
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('button, select')].filter(
    (item) => !(item as HTMLButtonElement).disabled,
  )
  const at = items.indexOf(document.activeElement as HTMLElement)
  items[(at + step + items.length) % items.length]?.focus()
  event.preventDefault()
}
