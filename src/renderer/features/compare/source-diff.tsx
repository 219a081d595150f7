import { useMemo } from 'react'
import { Hidden } from '../../ui/visually-hidden.tsx'
import { sourceLines } from './source-lines.ts'

const spoken = { same: '', added: 'Added: ', removed: 'Removed: ', fold: '' } as const

/** Two versions of a text as source, by line. */
export function SourceDiff({ before, after }: { readonly before: string; readonly after: string }) {
  const lines = useMemo(() => sourceLines(before, after), [before, after])
  return (
    <div className="compare-source">
      {lines.map((line) => (
        <div key={line.at} data-change={line.kind}>
          {spoken[line.kind] && <Hidden>{spoken[line.kind]}</Hidden>}
          {line.text === '' ? '\u00a0' : line.text}
        </div>
      ))}
    </div>
  )
}
