import { ArrowRight, Minus, Plus } from 'lucide-react'
import type { ChangeMark } from '../../../shared/ipc/site-calls.ts'

const words: Readonly<Record<ChangeMark, string>> = {
  changed: 'Changed',
  new: 'New',
  moved: 'Moved',
  deleted: 'Deleted',
}

export const markWords = (mark: ChangeMark): string => words[mark]

const signs = { new: Plus, moved: ArrowRight, deleted: Minus } as const

/** The sign of a change at the right of a row; the row's description says it in words. */
export function RowMark({ mark }: { readonly mark: ChangeMark }) {
  if (mark === 'changed')
    return <span className="page-row-mark page-row-mark-changed" title="Changed" />
  const Sign = signs[mark]
  return (
    <span className={`page-row-mark page-row-mark-${mark}`} title={words[mark]}>
      <Sign size={12} strokeWidth={2.25} aria-hidden="true" />
    </span>
  )
}
