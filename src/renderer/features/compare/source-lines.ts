import { diffLines } from 'diff'

/** Lines around a change that stay in view. */
const context = 2

export interface SourceLine {
  readonly kind: 'same' | 'added' | 'removed' | 'fold'
  readonly text: string
  readonly at: number
}

function allLines(before: string, after: string): readonly SourceLine[] {
  const all: SourceLine[] = []
  for (const part of diffLines(before, after)) {
    const kind = part.added ? 'added' : part.removed ? 'removed' : 'same'
    for (const text of part.value.replace(/\r?\n$/, '').split('\n'))
      all.push({ kind, text, at: all.length })
  }
  return all
}

const foldOf = (count: number, at: number): SourceLine => ({
  kind: 'fold',
  text: count === 1 ? '1 line unchanged' : `${count} lines unchanged`,
  at,
})

/** Two versions of a text line by line, unchanged stretches folded. */
export function sourceLines(before: string, after: string): readonly SourceLine[] {
  const all = allLines(before, after)
  const near = new Uint8Array(all.length)
  for (const line of all)
    if (line.kind !== 'same') near.fill(1, Math.max(0, line.at - context), line.at + context + 1)
  const out: SourceLine[] = []
  let folded = 0
  for (const line of all) {
    if (!near[line.at]) {
      folded++
      continue
    }
    if (folded > 0) out.push(foldOf(folded, line.at - 0.5))
    folded = 0
    out.push(line)
  }
  return folded > 0 ? [...out, foldOf(folded, all.length)] : out
}

/** How many stretches of lines differ. */
export function countChangedStretches(before: string, after: string): number {
  let count = 0
  let inside = false
  for (const part of diffLines(before, after)) {
    const differs = part.added === true || part.removed === true
    if (differs && !inside) count++
    inside = differs
  }
  return count
}
