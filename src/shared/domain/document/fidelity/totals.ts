import type { BodyKind } from '../types.ts'
import type { PageFidelity } from './measure-page.ts'

/** A page that opens as source only, or not at all. */
interface RefusedPage {
  readonly path: string
  readonly reason: string
}

/** The sums over pages that the command prints. */
export interface Counts {
  pages: number
  identical: number
  edits: number
  withinBlock: number
  oneLine: number
  reparseEqual: number
  blocks: number
  opaque: number
  refused: RefusedPage[]
}

export interface Totals extends Counts {
  readonly byKind: Readonly<Record<BodyKind, Counts>>
}

const none = (): Counts => ({
  pages: 0,
  identical: 0,
  edits: 0,
  withinBlock: 0,
  oneLine: 0,
  reparseEqual: 0,
  blocks: 0,
  opaque: 0,
  refused: [],
})

/** Counts of nothing yet. */
export const noTotals = (): Totals => ({
  ...none(),
  byKind: { html: none(), markdown: none(), mixed: none(), none: none() },
})

function addTo(counts: Counts, path: string, page: PageFidelity): void {
  counts.pages++
  if (page.identical) counts.identical++
  counts.edits += page.edits.length
  counts.withinBlock += page.edits.filter((e) => e.withinBlock).length
  counts.oneLine += page.edits.filter((e) => e.oneLine).length
  counts.reparseEqual += page.edits.filter((e) => e.reparseEqual).length
  counts.blocks += page.blocks
  counts.opaque += page.opaque
  if (page.refusal !== null) counts.refused.push({ path, reason: page.refusal })
}

/** Adds a measured page to the sums. */
export function addPage(totals: Totals, path: string, page: PageFidelity): void {
  addTo(totals, path, page)
  addTo(totals.byKind[page.body], path, page)
}

/** Why bytes that are no UTF-8 text do not open; such pages are told from text that the editor fails on. */
const undecodable = 'The file is not written as UTF-8 text.'

/** Adds a page whose bytes are not text: nothing of it can be opened, so nothing of it is changed. */
export function addUndecodable(totals: Totals, path: string): void {
  for (const counts of [totals, totals.byKind.none]) {
    counts.pages++
    counts.refused.push({ path, reason: undecodable })
  }
}

/** Whether every page came back to the byte and none was refused that is text. */
export function isFaithful(totals: Totals): boolean {
  const unread = totals.refused.filter((page) => page.reason === undecodable).length
  return totals.refused.length === unread && totals.identical === totals.pages - unread
}
