import {
  ChevronDown,
  ChevronRight,
  CircleDashed,
  Copy,
  FileText,
  Folder,
  Image,
  ImageOff,
  Images,
  type LucideIcon,
  Unlink,
  Weight,
} from 'lucide-react'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useCall } from '../../lib/use-call.ts'
import { cx } from '../../ui/class-names.ts'
import { type ListRow, listRows } from './list-rows.ts'
import { useMedia } from './media-store.ts'
import { inFigures } from './model/file-words.ts'
import { folderIn, foldersOf, type Place } from './model/places.ts'
import { useFolderDrop } from './use-media-drag.ts'
import { useCanChange } from './use-media-files.ts'
import { useFindings } from './use-report.ts'
import './media-list.css'

const icons: Readonly<Record<string, LucideIcon>> = {
  images: Image,
  documents: FileText,
  unused: CircleDashed,
  'missing-alt': ImageOff,
  'too-big': Weight,
  duplicates: Copy,
  alike: Images,
  broken: Unlink,
}

const none: readonly never[] = []

/** The folders around a place, outermost first. */
function foldersAround(place: Place): readonly string[] {
  const parts = folderIn(place)?.split('/').slice(0, -1) ?? []
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'))
}

/** Which folders are unfolded: at first the outermost, and always those around the place shown. */
function useOpenFolders(place: Place, tops: readonly string[]) {
  const [turned, setTurned] = useState<Readonly<Record<string, boolean>>>({})
  useEffect(() => {
    const around = foldersAround(place)
    if (around.length === 0) return
    setTurned((now) => ({ ...now, ...Object.fromEntries(around.map((path) => [path, true])) }))
  }, [place])
  const opened = useMemo(() => {
    const all = { ...Object.fromEntries(tops.map((path) => [path, true])), ...turned }
    return new Set(Object.keys(all).filter((path) => all[path]))
  }, [tops, turned])
  const turn = (folder: string, open: boolean) => setTurned((now) => ({ ...now, [folder]: open }))
  return { opened, turn }
}

function useListRows() {
  const place = useMedia((media) => media.place)
  const files = useCall('media.list').data ?? none
  const report = useFindings().findings
  const tops = useMemo(() => foldersOf(files).map(({ path }) => path), [files])
  const { opened, turn } = useOpenFolders(place, tops)
  const rows = useMemo(() => listRows(files, report, opened), [files, report, opened])
  return { rows, place, turn }
}

interface RowProps {
  readonly row: ListRow
  readonly current: boolean
  readonly reachable: boolean
  readonly onGo: () => void
  readonly onTurn: () => void
}

function Row({ row, current, reachable, onGo, onTurn }: RowProps) {
  const Icon = icons[row.place] ?? Folder
  const Chevron = row.open ? ChevronDown : ChevronRight
  const canChange = useCanChange()
  const { over, handlers } = useFolderDrop(canChange ? folderIn(row.place) : null)
  return (
    <div
      role="treeitem"
      aria-label={row.label}
      aria-level={row.level}
      aria-selected={current}
      aria-expanded={row.open ?? undefined}
      tabIndex={reachable ? 0 : -1}
      data-place={row.place}
      className={cx('media-list-row', over && 'media-list-over')}
      {...handlers}
      style={{ paddingLeft: 4 + (row.level - 1) * 14 }}
      onClick={onGo}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onGo()
      }}
    >
      <span
        className="media-list-chevron"
        aria-hidden
        onClick={(event) => {
          if (row.open === null) return
          event.stopPropagation()
          onTurn()
        }}
      >
        {row.open !== null && <Chevron size={12} strokeWidth={2.25} />}
      </span>
      <Icon className="media-list-icon" size={14} strokeWidth={2} aria-hidden />
      <span className="media-list-label" title={row.label}>
        {row.label}
      </span>
      <span className="media-list-count">{row.count === null ? '' : inFigures(row.count)}</span>
    </div>
  )
}

/** The row a key leads to; the list follows the focus, as it is quick to show. */
function rowFor(key: string, rows: readonly ListRow[], at: number): ListRow | undefined {
  switch (key) {
    case 'ArrowDown':
      return rows[at + 1]
    case 'ArrowUp':
      return rows[at - 1]
    case 'Home':
      return rows[0]
    case 'End':
      return rows.at(-1)
    case 'ArrowRight':
      return rows[at]?.open ? rows[at + 1] : undefined
    case 'ArrowLeft':
      return rows.slice(0, at).findLast(({ level }) => level < (rows[at]?.level ?? 1))
    default:
      return undefined
  }
}

/** The panel beside the sections: everything, what is worth a look, and the folders. */
export function MediaList() {
  const { rows, place, turn } = useListRows()
  const { goTo } = useMedia.getState()
  const tree = useRef<HTMLDivElement>(null)
  const at = rows.findIndex((row) => row.place === place)
  const go = (row: ListRow) => {
    goTo(row.place)
    const item = tree.current?.querySelector<HTMLElement>(`[data-place="${CSS.escape(row.place)}"]`)
    item?.focus()
  }
  const onKey = (event: KeyboardEvent) => {
    const row = rows[at]
    const folder = row && folderIn(row.place)
    const opens = event.key === 'ArrowRight' && row?.open === false
    const closes = event.key === 'ArrowLeft' && row?.open === true
    if (folder && (opens || closes)) turn(folder, opens)
    else {
      const next = rowFor(event.key, rows, at)
      if (!next) return
      go(next)
    }
    event.preventDefault()
  }
  return (
    <div className="media-list">
      <header className="media-list-head">
        <h2>Media</h2>
      </header>
      <div
        ref={tree}
        role="tree"
        aria-label="Media lists"
        className="media-list-tree"
        tabIndex={-1}
        onKeyDown={onKey}
      >
        {rows.map((row, i) => (
          <div key={row.place} role="presentation">
            {row.group && (
              <div className="media-list-group" role="presentation">
                {row.group}
              </div>
            )}
            <Row
              row={row}
              current={row.place === place}
              reachable={i === Math.max(at, 0)}
              onGo={() => go(row)}
              onTurn={() => turn(folderIn(row.place) ?? '', !row.open)}
            />
          </div>
        ))}
      </div>
    </div>
  )
}
