import { type Mark, Mark as MarkClass, type Node } from 'prosemirror-model'
import { documentSchema } from '../schema.ts'

const { hardBreak } = documentSchema.nodes
const { bold, italic, strike, code } = documentSchema.marks
const touching = new Set([bold, italic, strike])

/** A stretch of a text block's content with the same marks. */
export interface InlineRun {
  readonly node: Node
  readonly text: string | null
  readonly marks: readonly Mark[]
}

const isSpace = (run: InlineRun) =>
  run.node.type === hardBreak || (run.text !== null && run.text.trim() === '')

function pieces(node: Node): InlineRun[] {
  if (!node.isText) return [{ node, text: null, marks: node.marks }]
  const text = node.text ?? ''
  const isMarked = node.marks.some((m) => touching.has(m.type as typeof bold))
  if (!isMarked || code.isInSet(node.marks)) return [{ node, text, marks: node.marks }]
  const [, lead = '', middle = '', tail = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  return [lead, middle, tail]
    .filter((part) => part !== '')
    .map((part) => ({ node, text: part, marks: node.marks }))
}

/**
 * The runs of a text block. Signs such as `**` must touch a word: spaces and line breaks at their edges are outside
 * of them, whatever the editor says.
 */
export function inlineRuns(block: Node): InlineRun[] {
  const runs: InlineRun[] = block.content.content.flatMap(pieces)
  const near = (from: number, step: number) => {
    let i = from + step
    while (runs[i] && isSpace(runs[i] as InlineRun)) i += step
    return runs[i]?.marks ?? []
  }
  return runs.map((run, i) => {
    if (!isSpace(run)) return run
    const [before, after] = [near(i, -1), near(i, 1)]
    const marks = run.marks.filter((mark) => {
      if (mark.type === code) return run.node.type !== hardBreak
      if (!touching.has(mark.type as typeof bold)) return true
      return mark.isInSet(before) && mark.isInSet(after)
    })
    return { ...run, marks: MarkClass.setFrom(marks) }
  })
}
