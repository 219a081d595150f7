import type { KeyboardEvent } from 'react'
import type { NodeApi, TreeApi } from 'react-arborist'
import { fold } from './fold-text.ts'
import type { PageRow } from './page-rows.ts'

/** Letters typed within this time belong together. */
const together = 700

/** The letters typed so far, to jump to the row that begins with them. */
export interface TypedLetters {
  text: string
  at: number
}

function isLetter(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  return event.key.length === 1 && event.key !== ' ' && event.key !== '*'
}

/** The next row that begins with the letters; one letter again and again goes from hit to hit. */
export function rowByLetters(titles: readonly string[], from: number, letters: string): number {
  const typed = fold(letters)
  const isOneLetter = [...typed].every((letter) => letter === typed[0])
  const wanted = isOneLetter ? typed.slice(0, 1) : typed
  const first = isOneLetter ? 1 : 0
  for (let step = first; step < titles.length + first; step++) {
    const at = (from + step) % titles.length
    if (fold(titles[at] ?? '').startsWith(wanted)) return at
  }
  return -1
}

function jump(event: KeyboardEvent, node: NodeApi<PageRow>, typed: TypedLetters): void {
  typed.text = event.timeStamp - typed.at > together ? event.key : typed.text + event.key
  typed.at = event.timeStamp
  const { visibleNodes } = node.tree
  const titles = visibleNodes.map((one) => one.data.title)
  const found = visibleNodes[rowByLetters(titles, node.rowIndex ?? 0, typed.text)]
  if (found) node.tree.focus(found.id)
}

/**
 * Lets the browser itself move on: the tree's own way leaves out what other parts made focusable. On the way back
 * the tree and what scrolls in it (a stop of its own in newer browsers) would only give the focus to the row again.
 */
function leave(event: KeyboardEvent, tree: TreeApi<PageRow>): void {
  const scroller = tree.listEl.current
  const container = scroller?.closest<HTMLElement>('[role="tree"]')
  if (!event.shiftKey || !scroller || !container) return
  container.tabIndex = -1
  scroller.tabIndex = -1
  requestAnimationFrame(() => {
    container.tabIndex = 0
    scroller.removeAttribute('tabindex')
  })
}

/** Keys the tree does not know, or knows in another way. Answers whether it was one of them. */
export function handleRowKey(
  event: KeyboardEvent,
  node: NodeApi<PageRow>,
  parts: { readonly typed: TypedLetters; use(node: NodeApi<PageRow>): void },
): boolean {
  if (event.key === 'Tab') leave(event, node.tree)
  else if (event.key === 'Enter') parts.use(node)
  else if (isLetter(event)) jump(event, node, parts.typed)
  else return false
  event.stopPropagation()
  return true
}
