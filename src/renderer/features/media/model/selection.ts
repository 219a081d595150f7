/** What is chosen in the grid, by path. The cursor is where the keyboard is; ranges reach from the anchor to it. */
export interface Selection {
  readonly cursor: string | null
  readonly anchor: string | null
  readonly selected: ReadonlySet<string>
}

export const nothingSelected: Selection = { cursor: null, anchor: null, selected: new Set() }

/** How the files stand on the screen. */
export interface GridShape {
  readonly paths: readonly string[]
  readonly columns: number
  /** Rows that fit on the screen. */
  readonly rows: number
}

export interface GridKey {
  readonly key: string
  readonly shift: boolean
  /** Ctrl, or Cmd on macOS. */
  readonly toggle: boolean
}

/** Chooses one file and nothing else. */
export const selectOnly = (path: string): Selection => ({
  cursor: path,
  anchor: path,
  selected: new Set([path]),
})

/** Adds a file, or takes it away. */
export function toggled({ selected }: Selection, path: string): Selection {
  const next = new Set(selected)
  if (!next.delete(path)) next.add(path)
  return { cursor: path, anchor: path, selected: next }
}

/** Everything from the anchor to the file; `more` keeps what was chosen before. */
export function reached(
  now: Selection,
  path: string,
  { paths, more = false }: { readonly paths: readonly string[]; readonly more?: boolean },
): Selection {
  const to = paths.indexOf(path)
  const from = now.anchor === null ? to : paths.indexOf(now.anchor)
  if (from < 0) return selectOnly(path)
  const stretch = paths.slice(Math.min(from, to), Math.max(from, to) + 1)
  return {
    cursor: path,
    anchor: paths[from] ?? path,
    selected: new Set(more ? [...now.selected, ...stretch] : stretch),
  }
}

const steps: Readonly<Record<string, (at: number, shape: GridShape) => number>> = {
  ArrowRight: (at) => at + 1,
  ArrowLeft: (at) => at - 1,
  ArrowDown: (at, { columns, paths }) =>
    // From the last full row the way leads to the last file, not past it.
    at + columns < paths.length || Math.floor(at / columns) === lastRow(paths.length, columns)
      ? at + columns
      : paths.length - 1,
  ArrowUp: (at, { columns }) => at - columns,
  PageDown: (at, { columns, rows }) => at + columns * Math.max(rows, 1),
  PageUp: (at, { columns, rows }) => at - columns * Math.max(rows, 1),
  Home: () => 0,
  End: (_, { paths }) => paths.length - 1,
}

const lastRow = (count: number, columns: number) => Math.floor((count - 1) / columns)

/** Pages end at the first and last file; a single step that would leave the grid stays. */
function stepped(key: string, at: number, shape: GridShape): number {
  const step = steps[key]
  if (!step) return at
  const to = step(at, shape)
  if (to >= 0 && to < shape.paths.length) return to
  return key.startsWith('Page') ? Math.min(Math.max(to, 0), shape.paths.length - 1) : at
}

/** Keys that do not move the cursor; null where it is none of them. */
function changed(now: Selection, { key, shift, toggle }: GridKey, paths: readonly string[]) {
  if (toggle && key.toLowerCase() === 'a' && !shift)
    return { ...now, selected: new Set(paths), cursor: now.cursor ?? paths[0] ?? null }
  if (key === 'Escape' && now.selected.size > 0)
    return { ...now, anchor: now.cursor, selected: new Set<string>() }
  return key === ' ' && now.cursor !== null ? toggled(now, now.cursor) : null
}

/** Where a key leads; without a cursor the first step only comes into the grid. */
function pathAfter(key: string, cursor: string | null, shape: GridShape): string | undefined {
  const { paths } = shape
  const at = cursor === null ? -1 : paths.indexOf(cursor)
  if (at < 0) return key === 'End' ? paths.at(-1) : paths[0]
  return paths[stepped(key, at, shape)]
}

/** What a key does to the selection; null where it is no key of the grid. */
export function afterKey(now: Selection, pressed: GridKey, shape: GridShape): Selection | null {
  const { key, shift, toggle } = pressed
  if (!Object.hasOwn(steps, key)) return changed(now, pressed, shape.paths)
  const path = pathAfter(key, now.cursor, shape)
  if (path === undefined) return null
  if (shift) return reached(now.anchor === null ? { ...now, anchor: path } : now, path, shape)
  return toggle ? { ...now, cursor: path } : selectOnly(path)
}
