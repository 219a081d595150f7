import { Fragment, type Node, Slice } from 'prosemirror-model'
import { documentSchema } from '../schema.ts'

/** Every document in which one word of one text block was changed, as typing over it does. */
export function wordEdits(doc: Node): (() => Node)[] {
  const out: (() => Node)[] = []
  doc.descendants((node, pos) => {
    const found = node.isText ? /[a-z]{3,}/i.exec(node.text ?? '') : null
    if (!found) return
    const from = pos + found.index
    const { marks } = node
    const word = new Slice(Fragment.from(documentSchema.text('zebra', marks)), 0, 0)
    out.push(() => doc.replace(from, from + found[0].length, word))
  })
  return out
}

/** How many lines differ; infinite where lines were added or removed. */
export function changedLines(before: string, after: string): number {
  const [a, b] = [before.split('\n'), after.split('\n')]
  if (a.length !== b.length) return Number.POSITIVE_INFINITY
  return a.filter((line, i) => line !== b[i]).length
}
