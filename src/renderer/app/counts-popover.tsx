import type { ReactNode } from 'react'
import { type TextCounts, useOpenPages } from '../lib/open-pages-store.ts'
import { Popover } from '../ui/popover.tsx'

/** How many words people read in a minute. */
const readingSpeed = 230

function readingTime(words: number): string {
  const minutes = Math.round(words / readingSpeed)
  return minutes < 1 ? 'under 1 min' : `${minutes} min`
}

const inFigures = (count: number) => count.toLocaleString('en')

const rows: readonly (readonly [string, (counts: TextCounts) => string])[] = [
  ['Words', ({ words }) => inFigures(words)],
  ['Characters', ({ characters }) => inFigures(characters)],
  ['Without spaces', ({ withoutSpaces }) => inFigures(withoutSpaces)],
  ['Reading time', ({ words }) => readingTime(words)],
]

/** Counted once, when it opens. */
function Counts({ path }: { readonly path: string }) {
  const counts = useOpenPages((pages) => pages.states[path]?.counts ?? null)?.()
  if (!counts) return null
  const { page, selected } = counts
  return (
    <table className="counts">
      {selected && (
        <thead>
          <tr>
            <td />
            <th scope="col">Page</th>
            <th scope="col">Selected</th>
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map(([label, show]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{show(page)}</td>
            {selected && <td>{show(selected)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface Props {
  readonly path: string
  readonly children: ReactNode
}

/** The number of words, and behind it everything else that is counted. */
export function CountsPopover({ path, children }: Props) {
  const isCounted = useOpenPages((pages) => Boolean(pages.states[path]?.counts))
  if (!isCounted) return children
  return (
    <Popover
      label="Counts"
      align="start"
      trigger={
        // The page keeps its selection, which is counted as well.
        <button
          type="button"
          className="status-button"
          onMouseDown={(event) => event.preventDefault()}
        >
          {children}
        </button>
      }
    >
      <Counts path={path} />
    </Popover>
  )
}
