import { ChevronRight, FileText, House, Image, Newspaper } from 'lucide-react'
import type { ReactNode } from 'react'
import { folderOf, nameOf } from '../../../shared/domain/repo-path.ts'
import { keysOf } from '../../lib/command-keys.ts'
import type { Stretch } from './find-hit.ts'
import type { Row } from './palette-rows.ts'

/** A text with the stretches that answer the query marked. */
function marked(text: string, stretches: readonly Stretch[]): ReactNode[] {
  const parts: ReactNode[] = []
  let end = 0
  for (const [from, to] of stretches) {
    parts.push(text.slice(end, from), <mark key={from}>{text.slice(from, to)}</mark>)
    end = to
  }
  parts.push(text.slice(end))
  return parts
}

const icons = {
  homepage: House,
  post: Newspaper,
  command: ChevronRight,
  media: Image,
  page: FileText,
} as const

function iconOf(row: Row) {
  if (row.kind !== 'page') return icons[row.kind]
  return row.page.kind === 'homepage' || row.page.kind === 'post'
    ? icons[row.page.kind]
    : icons.page
}

function wordsOf(row: Row): { readonly text: string; readonly aside: string | undefined } {
  switch (row.kind) {
    case 'page':
      return { text: row.page.title, aside: row.page.trail.join(' › ') }
    case 'media':
      return { text: nameOf(row.path), aside: folderOf(row.path) }
    case 'command':
      return { text: row.label, aside: keysOf(row.id) }
  }
}

interface Props {
  readonly id: string
  readonly row: Row
  readonly selected: boolean
  readonly onPoint: () => void
  readonly onChoose: () => void
}

/** One result. The focus stays in the field; the pointer chooses directly. */
export function PaletteRow({ id, row, selected, onPoint, onChoose }: Props) {
  const Icon = iconOf(row)
  const { text, aside } = wordsOf(row)
  return (
    <button
      type="button"
      tabIndex={-1}
      id={id}
      role="option"
      aria-selected={selected}
      className="palette-row"
      onPointerMove={selected ? undefined : onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <Icon size={14} strokeWidth={2} aria-hidden />
      <span className="palette-text">{marked(text, row.stretches)}</span>
      {aside && <span className="palette-aside">{aside}</span>}
    </button>
  )
}
