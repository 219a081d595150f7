import { blockStarts, openPage } from '../../../shared/domain/document/page.ts'
import type { DocumentSession } from './session/document-session.ts'

/** What is at the upper edge of a page that is being written: a block, and how far it is scrolled beyond the edge. */
interface Place {
  readonly block: number
  readonly beyond: number
}

/** Where each page was scrolled to, while its session lives. */
const places = new WeakMap<DocumentSession, Place>()

/** What was at the upper edge of the source of a page, until somebody asks which block that is. */
interface SourcePlace {
  readonly text: string
  readonly position: number
}

const sourcePlaces = new WeakMap<DocumentSession, SourcePlace>()

/** Remembers what is in sight of a page's source; `position` counts characters of `text`. */
export const keepSourcePlace = (session: DocumentSession, place: SourcePlace): unknown =>
  sourcePlaces.set(session, place)

function placeOf(session: DocumentSession): Place | undefined {
  const inSource = sourcePlaces.get(session)
  if (inSource) {
    sourcePlaces.delete(session)
    const starts = blockStarts(openPage(inSource.text))
    const block = starts.findLastIndex((start) => start <= inSource.position)
    if (block > 0) places.set(session, { block, beyond: 0 })
    else places.delete(session)
  }
  return places.get(session)
}

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
  sourcePlaces.delete(session)
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
  placeOf(session)?.block ?? null

/** Where that block begins in the page's text. */
export function topPositionOf(session: DocumentSession, text: string): number | null {
  const block = topBlockOf(session)
  return block === null ? null : (blockStarts(openPage(text))[block] ?? null)
}

/** What the user does to go elsewhere. */
const leaving = ['wheel', 'pointerdown', 'keydown'] as const

/** Frames in which blocks that come in sight get their real heights; before, they are guessed. */
const framesToSettle = 20

/**
 * Scrolls a page to where it was left, and again as its blocks and pictures come and push things down, until the user
 * goes elsewhere. Answers with the function that ends it.
 */
export function returnTo(session: DocumentSession, box: HTMLElement): () => void {
  const place = placeOf(session)
  if (!place) return () => undefined
  const settle = (): void => {
    const top = blocksIn(box)[place.block]?.getBoundingClientRect().top
    if (top !== undefined) box.scrollTop += top - edgeOf(box) + place.beyond
  }
  let frames = framesToSettle
  let frame = 0
  const settleAgain = (): void => {
    settle()
    frames -= 1
    frame = frames > 0 ? requestAnimationFrame(settleAgain) : 0
  }
  const stop = (): void => {
    cancelAnimationFrame(frame)
    box.removeEventListener('load', settle, true)
    for (const kind of leaving) document.removeEventListener(kind, stop, true)
  }
  settleAgain()
  box.addEventListener('load', settle, true)
  for (const kind of leaving) document.addEventListener(kind, stop, true)
  return stop
}
