import type { Editor } from '@tiptap/core'

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const gap = 8

/** The box of the selected words in the window. */
function wordsBox({ view, state }: Editor): Box {
  const { from, to } = state.selection
  const start = view.coordsAtPos(from, 1)
  const end = view.coordsAtPos(to, -1)
  const oneLine = start.bottom > end.top
  const page = view.dom.getBoundingClientRect()
  return {
    top: Math.min(start.top, end.top),
    bottom: Math.max(start.bottom, end.bottom),
    left: oneLine ? start.left : Math.min(start.left, page.right),
    right: oneLine ? end.right : start.left,
  }
}

const meet = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/**
 * Puts a bar above the selected words, or below them where it would leave the view or lie on another bar:
 * never on the words themselves. `sheet` is what the bar is placed in, and scrolls with.
 */
export function placeAtSelection(bar: HTMLElement, sheet: Element, editor: Editor): void {
  const words = wordsBox(editor)
  const home = sheet.getBoundingClientRect()
  const view = (sheet.parentElement ?? sheet).getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = bar
  const middle = (words.left + words.right) / 2 - width / 2
  const left = Math.max(home.left + gap, Math.min(middle, home.right - width - gap))
  const at = (top: number): Box => ({ left, top, right: left + width, bottom: top + height })
  const above = at(words.top - height - gap)
  const others = [...sheet.querySelectorAll('.block-bar:not(.selection-bar)')].map((b) =>
    b.getBoundingClientRect(),
  )
  const free = above.top >= view.top && !others.some((other) => meet(above, other))
  const place = free ? above : at(words.bottom + gap)
  bar.style.left = `${place.left - home.left}px`
  bar.style.top = `${place.top - home.top}px`
}
