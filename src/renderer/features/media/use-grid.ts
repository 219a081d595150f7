import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type DragEvent,
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
} from 'react'
import type { MediaFile } from '../../../shared/ipc/media-calls.ts'
import { platform } from '../../lib/platform.ts'
import { cellId } from './media-cell.tsx'
import { useMedia } from './media-store.ts'
import { afterKey, reached, selectOnly, toggled } from './model/selection.ts'
import { shapeFor, useRoom } from './use-grid-shape.ts'
import { useMarquee } from './use-marquee.ts'
import { dragChosen } from './use-media-drag.ts'

/** The table's line of labels stands above its rows, within what scrolls. */
export const tableHead = 28

const toggleKey = (event: { readonly ctrlKey: boolean; readonly metaKey: boolean }) =>
  platform() === 'darwin' ? event.metaKey : event.ctrlKey

/** The place of the file an event is about, in the order shown; null beside the files. */
function placeOf(event: { readonly target: EventTarget | null }): number | null {
  const cell = (event.target as Element | null)?.closest<HTMLElement>('[data-at]')
  return cell ? Number(cell.dataset.at) : null
}

function open(kind: 'look' | 'delete' | 'rename', paths: readonly string[]): void {
  if (paths.length > 0) useMedia.getState().ask({ kind, paths })
}

/** Keys that do something with what is chosen. Answers whether it was one of them. */
function act(key: string, files: readonly MediaFile[]): boolean {
  const { selected, cursor } = useMedia.getState().selection
  const paths = files.map(({ path }) => path).filter((path) => selected.has(path))
  const here = files.find(({ path }) => path === cursor)
  if (key === 'Enter') open('look', here?.kind === 'image' ? [here.path] : [])
  else if (key === 'Delete' || (key === 'Backspace' && platform() === 'darwin'))
    open('delete', paths)
  else if (key === 'F2') open('rename', paths)
  else return false
  return true
}

function choose(event: MouseEvent, paths: readonly string[]): void {
  const { selection, select } = useMedia.getState()
  const path = paths[placeOf(event) ?? -1]
  if (path === undefined) {
    if (!event.shiftKey && !toggleKey(event)) select({ ...selection, selected: new Set() })
  } else if (event.shiftKey) select(reached(selection, path, { paths, more: toggleKey(event) }))
  else select(toggleKey(event) ? toggled(selection, path) : selectOnly(path))
}

/** The menu is about what is chosen; on anything else, that is chosen first. */
function chooseForMenu(event: MouseEvent, paths: readonly string[]): void {
  const { selection, select } = useMedia.getState()
  const path = paths[placeOf(event) ?? -1]
  if (path !== undefined && !selection.selected.has(path)) select(selectOnly(path))
}

/** The grid's rows in view, its cursor, and what keys and the pointer do. */
export function useGrid(files: readonly MediaFile[], canChange: boolean) {
  const scroller = useRef<HTMLDivElement>(null)
  const room = useRoom(scroller)
  const layout = useMedia((media) => media.layout)
  const selection = useMedia((media) => media.selection)
  const shape = shapeFor(layout, room?.width ?? 0)
  const { columns, rowHeight } = shape
  const paths = useMemo(() => files.map(({ path }) => path), [files])
  const paddingStart = layout === 'grid' ? 10 : 4
  const cells = {
    ...shape,
    gap: layout === 'grid' ? shape.gap : 0,
    top: paddingStart + (layout === 'grid' ? 0 : tableHead),
    down: rowHeight,
    count: files.length,
  }
  const marquee = useMarquee({ scroller, cells, paths })
  // Rows of another height are other rows: what was known of their places is forgotten.
  const keyOfRow = useCallback((row: number) => `${rowHeight}-${row}`, [rowHeight])
  const virtual = useVirtualizer({
    count: room === null ? 0 : Math.ceil(files.length / columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: keyOfRow,
    overscan: layout === 'grid' ? 3 : 12,
    paddingStart,
    // Room for the bar that floats over the last row.
    paddingEnd: 72,
    scrollPaddingEnd: 64,
  })
  const at = selection.cursor === null ? -1 : paths.indexOf(selection.cursor)
  const row = at < 0 ? -1 : Math.floor(at / columns)
  useEffect(() => {
    if (row >= 0) virtual.scrollToIndex(row, { align: 'auto' })
  }, [row, virtual])
  const rows = virtual.getVirtualItems()
  const isDrawn = rows.some(({ index }) => index === row)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.altKey) return
    const pressed = { key: event.key, shift: event.shiftKey, toggle: toggleKey(event) }
    const seen = { paths, columns, rows: Math.floor((room?.height ?? 0) / rowHeight) }
    const next = afterKey(useMedia.getState().selection, pressed, seen)
    if (next) useMedia.getState().select(next)
    else if ((!canChange && event.key !== 'Enter') || !act(event.key, files)) return
    event.preventDefault()
  }
  return {
    scroller,
    layout,
    columns,
    rows,
    height: virtual.getTotalSize(),
    selection,
    drawn: marquee.rect,
    cursor: at,
    cursorId: isDrawn ? cellId(at) : undefined,
    handlers: {
      onKeyDown,
      ...marquee.handlers,
      onClick(event: MouseEvent) {
        if (!marquee.wasDrawn()) choose(event, paths)
      },
      onDragStart: (event: DragEvent) =>
        canChange ? dragChosen(event, paths) : event.preventDefault(),
      onDoubleClick: () => void act('Enter', files),
      onContextMenuCapture: (event: MouseEvent) => chooseForMenu(event, paths),
    },
  }
}
