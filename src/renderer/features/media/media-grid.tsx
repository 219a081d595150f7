import type { VirtualItem } from '@tanstack/react-virtual'
import { useMemo } from 'react'
import type { MediaFile } from '../../../shared/ipc/media-calls.ts'
import { cx } from '../../ui/class-names.ts'
import { ContextMenu } from '../../ui/menu.tsx'
import { useMeasuring } from './measure-store.ts'
import { mediaMenu } from './media-actions.ts'
import { MediaCell, MediaRow } from './media-cell.tsx'
import { useMedia } from './media-store.ts'
import type { Rect } from './model/marquee.ts'
import { type Findings, pathsFound } from './model/places.ts'
import { tableHead, useGrid } from './use-grid.ts'
import { useCanChange } from './use-media-files.ts'

/** What is worth a look about files, one thing each. */
function useFlags(report: Findings | null): ReadonlyMap<string, string> {
  return useMemo(() => {
    const flags = new Map<string, string>()
    if (!report) return flags
    for (const path of pathsFound('missing-alt', report)) flags.set(path, 'No alt text')
    for (const path of pathsFound('unused', report)) flags.set(path, 'Unused')
    return flags
  }, [report])
}

const gridRole = {
  role: 'grid',
  'aria-label': 'Media',
  'aria-multiselectable': true,
  tabIndex: 0,
} as const
const rowGroup = { role: 'rowgroup' } as const
const headRow = { role: 'row', 'aria-rowindex': 1 } as const
const columnHead = { role: 'columnheader' } as const

function TableHead() {
  return (
    <div {...headRow} className="media-table-head">
      {['Name', 'Folder', 'Pixels', 'Size', 'Changed'].map((label, i) => (
        <div key={label} {...columnHead} className={cx(i > 1 && 'media-row-number')}>
          {label}
        </div>
      ))}
    </div>
  )
}

/** The rectangle that is being drawn. */
function Drawn({ rect, above }: { readonly rect: Rect; readonly above: number }) {
  const { left, top, right, bottom } = rect
  const style = { left, top: top - above, width: right - left, height: bottom - top }
  return <div className="media-marquee" style={style} aria-hidden />
}

interface Props {
  readonly files: readonly MediaFile[]
  readonly report: Findings | null
}

/** The files in view, as pictures or as a table; only the rows on the screen are in the page. */
export function MediaGrid({ files, report }: Props) {
  const flags = useFlags(report)
  const canChange = useCanChange()
  const grid = useGrid(files, canChange)
  const { columns, layout, selection } = grid
  const isTable = layout === 'table'
  const from = (grid.rows[0]?.index ?? 0) * columns
  const to = ((grid.rows.at(-1)?.index ?? -1) + 1) * columns
  const inView = useMemo(() => files.slice(from, to), [files, from, to])
  useMeasuring(inView)
  const chosen = () => {
    const { selected } = useMedia.getState().selection
    return files.filter(({ path }) => selected.has(path))
  }
  const cellAt = (at: number) => {
    const file = files[at]
    const facts = file && {
      file,
      at,
      selected: selection.selected.has(file.path),
      cursor: at === grid.cursor,
      flag: flags.get(file.path) ?? null,
    }
    return (
      facts &&
      (isTable ? <MediaRow key={file.path} {...facts} /> : <MediaCell key={file.path} {...facts} />)
    )
  }
  const rowProps = ({ index, start, size }: VirtualItem) => ({
    role: 'row',
    'aria-rowindex': index + (isTable ? 2 : 1),
    style: { transform: `translateY(${start}px)`, height: size },
    ...(isTable && {
      draggable: true,
      'data-at': index,
      'aria-selected': selection.selected.has(files[index]?.path ?? ''),
    }),
  })
  const sizes = {
    'aria-rowcount': Math.ceil(files.length / columns) + (isTable ? 1 : 0),
    'aria-colcount': isTable ? 5 : columns,
    'aria-activedescendant': grid.cursorId,
  }
  return (
    <ContextMenu label="Files" entries={() => mediaMenu(chosen(), canChange)}>
      <div
        ref={grid.scroller}
        {...gridRole}
        {...sizes}
        data-region-start
        className={cx('media-grid', isTable && 'media-table')}
        {...grid.handlers}
      >
        {isTable && <TableHead />}
        <div
          {...rowGroup}
          className="media-rows"
          style={{ height: grid.height, ['--media-columns' as string]: columns }}
        >
          {grid.rows.map((row) => (
            <div key={row.key} {...rowProps(row)} className={isTable ? 'media-row' : 'media-cells'}>
              {Array.from({ length: columns }, (_, i) => cellAt(row.index * columns + i))}
            </div>
          ))}
          {grid.drawn && <Drawn rect={grid.drawn} above={isTable ? tableHead : 0} />}
        </div>
      </div>
    </ContextMenu>
  )
}
