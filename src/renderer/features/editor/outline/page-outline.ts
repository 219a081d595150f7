import type { Node } from '@tiptap/pm/model'
import type { Range } from '../commands/move-blocks.ts'

/** A heading of the page. Only what stands directly on the page begins a section that can be moved. */
export interface OutlineRow {
  readonly level: number
  readonly text: string
  readonly pos: number
  readonly isSection: boolean
}

const outlines = new WeakMap<Node, readonly OutlineRow[]>()

/** The headings of a document, once per document. */
export function outlineOf(doc: Node): readonly OutlineRow[] {
  const known = outlines.get(doc)
  if (known) return known
  const rows: OutlineRow[] = []
  doc.descendants((node, pos, parent) => {
    if (node.type.name === 'heading')
      rows.push({
        level: Number(node.attrs.level),
        text: node.textContent,
        pos,
        isSection: parent === doc,
      })
    return !node.isTextblock
  })
  outlines.set(doc, rows)
  return rows
}

export const sameRows = (a: readonly OutlineRow[], b: readonly OutlineRow[] | null): boolean =>
  b !== null &&
  a.length === b.length &&
  a.every((row, i) => row.text === b[i]?.text && row.level === b[i]?.level && row.pos === b[i]?.pos)

const sectionsOf = (doc: Node) => outlineOf(doc).filter((row) => row.isSection)

/** A heading with everything under it, up to the next heading of its level or above. */
export function sectionAt(doc: Node, pos: number): Range | null {
  const rows = sectionsOf(doc)
  const at = rows.findIndex((row) => row.pos === pos)
  const own = rows[at]
  if (!own) return null
  const next = rows.slice(at + 1).find((row) => row.level <= own.level)
  return { from: pos, to: next?.pos ?? doc.content.size }
}

/** Where a section goes one step up: in front of the one before it that is not inside another. */
export function placeAbove(doc: Node, pos: number): number | null {
  const rows = sectionsOf(doc)
  const at = rows.findIndex((row) => row.pos === pos)
  const own = rows[at]
  if (!own) return null
  return rows.slice(0, at).findLast((row) => row.level <= own.level)?.pos ?? null
}

/** Where a section goes one step down: behind the next one, or under a heading above its own level. */
export function placeBelow(doc: Node, pos: number): number | null {
  const rows = sectionsOf(doc)
  const own = rows.find((row) => row.pos === pos)
  const section = sectionAt(doc, pos)
  const next = rows.find((row) => row.pos === section?.to)
  if (!own || !next) return null
  if (next.level === own.level) return sectionAt(doc, next.pos)?.to ?? null
  return rows.find((row) => row.pos > next.pos)?.pos ?? doc.content.size
}
