import type { DocumentSession } from './session/document-session.ts'

/** What is at the upper edge of a page that is being written: a block, and how far it is scrolled beyond the edge. */
interface Place {
  readonly block: number
  readonly beyond: number
}

/** Where each page was scrolled to, while its session lives. */
const places = new WeakMap<DocumentSession, Place>()

const blocksIn = (box: HTMLElement) => box.querySelector('.ProseMirror')?.children ?? []
const edgeOf = (box: HTMLElement) => box.getBoundingClientRect().top

/** The first block that reaches below the edge; blocks follow each other, so half of them are left out at each look. */
function topBlockIn(box: HTMLElement, edge: number): number {
  const blocks = blocksIn(box)
  let [from, to] = [0, Math.max(0, blocks.length - 1)]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((blocks[middle]?.getBoundingClientRect().bottom ?? 0) > edge) to = middle
    else from = middle + 1
  }
  return from
}

/** Remembers what is in sight of a page. */
export function keepPlace(session: DocumentSession, box: HTMLElement): void {
  if (box.scrollTop === 0) {
    places.delete(session)
    return
  }
  const edge = edgeOf(box)
  const block = topBlockIn(box, edge)
  const beyond = edge - (blocksIn(box)[block]?.getBoundingClientRect().top ?? edge)
  places.set(session, { block, beyond })
}

/** The first block in sight when the page was last written on, counted from the top; null for the beginning. */
export const topBlockOf = (session: DocumentSession): number | null =>
  places.get(session)?.block ?? null

/** What the user does to go elsewhere. */
const leaving = ['wheel', 'pointerdown', 'keydown'] as const

/**
 * Scrolls a page to where it was left, and again as its pictures come and push things down, until the user goes
 * elsewhere. Answers with the function that ends it.
 */
export function returnTo(session: DocumentSession, box: HTMLElement): () => void {
  const place = places.get(session)
  if (!place) return () => undefined
  const settle = (): void => {
    const top = blocksIn(box)[place.block]?.getBoundingClientRect().top
    if (top !== undefined) box.scrollTop += top - edgeOf(box) + place.beyond
  }
  const stop = (): void => {
    box.removeEventListener('load', settle, true)
    for (const kind of leaving) box.removeEventListener(kind, stop, true)
  }
  settle()
  box.addEventListener('load', settle, true)
  for (const kind of leaving) box.addEventListener(kind, stop, true)
  return stop
}
