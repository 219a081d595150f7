import { type ReactNode, useState } from 'react'
import type { BlockDiff } from '../../../shared/domain/document/diff.ts'
import { foldInWords } from './fold-unchanged.ts'

interface Props {
  readonly blocks: readonly BlockDiff[]
  /** The container the stretch stands in: a table and a list hold only rows and items. */
  readonly within?: string
  readonly children: ReactNode
}

/** A line in place of what is unchanged; a press shows it. */
export function Folded({ blocks, within = 'page', children }: Props) {
  const [open, setOpen] = useState(false)
  if (open) return children
  const line = (
    <button type="button" className="compare-fold" onClick={() => setOpen(true)}>
      {foldInWords(blocks)}
    </button>
  )
  if (within === 'table')
    return (
      <tr>
        <td colSpan={1000}>{line}</td>
      </tr>
    )
  return within === 'page' ? line : <li className="compare-fold-item">{line}</li>
}
