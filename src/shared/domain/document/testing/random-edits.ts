import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import type { Edit } from './find-blocks.ts'
import type { Random } from './random.ts'
import { blockEdits } from './random-block-edits.ts'
import { tableEdits } from './random-table-edits.ts'
import { textEdits } from './random-text-edits.ts'

const edits: Readonly<Record<string, Edit>> = { ...textEdits, ...blockEdits, ...tableEdits }
const names = Object.keys(edits)

/** Applies 1 to 5 random edits; answers the edited document and the names of the edits made. */
export function editRandomly(
  doc: Node,
  random: Random,
): { readonly doc: Node; readonly made: readonly string[] } {
  const made: string[] = []
  let now = doc
  const wanted = 1 + random.below(5)
  for (let tries = 0; made.length < wanted && tries < 40; tries++) {
    const name = random.pick(names) ?? 'insertText'
    const tr = new Transform(now)
    try {
      if (!edits[name]?.(tr, random)) continue
      tr.doc.check()
    } catch (error) {
      // The schema forbids what was tried, as it would in the editor.
      if (error instanceof RangeError || /^(Replace|Transform)Error$/.test((error as Error).name))
        continue
      throw error
    }
    now = tr.doc
    made.push(name)
  }
  return { doc: now, made }
}
