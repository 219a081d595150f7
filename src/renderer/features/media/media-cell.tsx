import { Check } from 'lucide-react'
import { memo } from 'react'
import { nameOf } from '../../../shared/domain/repo-path.ts'
import type { MediaFile } from '../../../shared/ipc/media-calls.ts'
import { bytesInWords } from '../../lib/bytes-in-words.ts'
import { cx } from '../../ui/class-names.ts'
import { Hidden } from '../../ui/visually-hidden.tsx'
import { useFileMeasures } from './measure-store.ts'
import { MediaThumb } from './media-thumb.tsx'
import { nameInParts, typeInWords } from './model/file-words.ts'

export const cellId = (at: number): string => `media-cell-${at}`

/** The grid itself has the focus, and says which cell is meant. Rows are placed one by one where they scroll to, which the cells of a real table cannot be. */
const gridcell = { role: 'gridcell' } as const
const namedCell = ({ file, at, selected }: CellProps) => ({
  ...gridcell,
  id: cellId(at),
  'aria-label': nameOf(file.path),
  'aria-selected': selected,
})

export interface CellProps {
  readonly file: MediaFile
  readonly at: number
  readonly selected: boolean
  readonly cursor: boolean
  /** What is worth a look about it, in words. */
  readonly flag: string | null
}

function Name({ path }: { readonly path: string }) {
  const [start, end] = nameInParts(nameOf(path))
  return (
    <span className="media-cell-name" title={path}>
      <span>{start}</span>
      <span>{end}</span>
    </span>
  )
}

/** How many pixels a picture has, or what kind of file it is. */
function Pixels({ file }: { readonly file: MediaFile }) {
  const { width, height } = useFileMeasures(file)
  if (file.kind === 'document') return <>{typeInWords(file.type)}</>
  return width === null || height === null ? null : (
    <>
      {width} × {height}
    </>
  )
}

/** One file in the grid, named by its file name alone. */
export const MediaCell = memo(function MediaCell(props: CellProps) {
  const { file, at, selected, cursor, flag } = props
  const { problem } = useFileMeasures(file)
  const note = problem ?? flag
  return (
    <div
      {...namedCell(props)}
      aria-describedby={`${cellId(at)}-facts`}
      data-at={at}
      draggable
      className={cx('media-cell', cursor && 'media-cell-cursor')}
    >
      <span className="media-cell-picture">
        <MediaThumb file={file} />
        {selected && (
          <span className="media-tick" aria-hidden>
            <Check size={11} strokeWidth={3} />
          </span>
        )}
        {note && <span className="media-flag">{problem ? 'No picture' : note}</span>}
      </span>
      <Name path={file.path} />
      <span className="media-cell-facts" id={`${cellId(at)}-facts`}>
        <span>
          <Pixels file={file} />
        </span>
        <span>{bytesInWords(file.bytes)}</span>
        {note && <Hidden>{note}</Hidden>}
      </span>
    </div>
  )
})

const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric' })

/** One file as a row of the table; its first cell carries its name. */
export const MediaRow = memo(function MediaRow(props: CellProps) {
  const { file, cursor, flag } = props
  const { problem } = useFileMeasures(file)
  const folder = file.path.slice(0, -nameOf(file.path).length - 1)
  return (
    <>
      <div {...namedCell(props)} className={cx('media-row-first', cursor && 'media-row-cursor')}>
        <MediaThumb file={file} className="media-row-thumb" />
        <Name path={file.path} />
        {(problem ?? flag) && <span className="media-row-flag">{problem ?? flag}</span>}
      </div>
      <div {...gridcell} className="media-row-folder">
        {folder}
      </div>
      <div {...gridcell} className="media-row-number">
        <Pixels file={file} />
      </div>
      <div {...gridcell} className="media-row-number">
        {bytesInWords(file.bytes)}
      </div>
      <div {...gridcell} className="media-row-number">
        {file.modified === null ? '' : day.format(file.modified)}
      </div>
    </>
  )
})
