import { diffLines } from 'diff'
import { useMemo } from 'react'

const context = 2

interface Line {
  readonly kind: 'same' | 'added' | 'removed' | 'fold'
  readonly text: string
  readonly at: number
}

function linesOf(before: string, after: string): readonly Line[] {
  const all: Line[] = []
  for (const part of diffLines(before, after)) {
    const kind = part.added ? 'added' : part.removed ? 'removed' : 'same'
    for (const text of part.value.replace(/\n$/, '').split('\n'))
      all.push({ kind, text, at: all.length })
  }
  const isNear = (i: number) =>
    all.slice(Math.max(0, i - context), i + context + 1).some((line) => line.kind !== 'same')
  const out: Line[] = []
  let folded = 0
  for (const line of all) {
    if (isNear(line.at)) {
      if (folded > 0)
        out.push({ kind: 'fold', text: `${folded} lines unchanged`, at: line.at - 0.5 })
      folded = 0
      out.push(line)
    } else folded++
  }
  return folded > 0
    ? [...out, { kind: 'fold', text: `${folded} lines unchanged`, at: all.length }]
    : out
}

const hidden = { same: '', added: 'Added: ', removed: 'Removed: ', fold: '' } as const

/** Two versions of a text as source, by line. */
export function SourceDiff({ before, after }: { readonly before: string; readonly after: string }) {
  const lines = useMemo(() => linesOf(before, after), [before, after])
  return (
    <div className="compare-source">
      {lines.map((line) => (
        <div key={line.at} data-change={line.kind}>
          <span className="sr-only">{hidden[line.kind]}</span>
          {line.text === '' ? '\u00a0' : line.text}
        </div>
      ))}
    </div>
  )
}
