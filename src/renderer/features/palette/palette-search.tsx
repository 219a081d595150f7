import { Search } from 'lucide-react'
import {
  type KeyboardEvent,
  useDeferredValue,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { runCommand } from '../../lib/command-store.ts'
import { useOpenPages } from '../../lib/open-pages-store.ts'
import { useSection } from '../../lib/section-store.ts'
import { PaletteRow } from './palette-row.tsx'
import { type Row, rowsFor } from './palette-rows.ts'
import { useFindable } from './use-findable.ts'

interface Props {
  readonly recent: () => readonly string[]
  readonly onDone: () => void
}

/** The dialog gives the focus back when it closes; what is chosen comes after that. */
function carryOut(row: Row): void {
  requestAnimationFrame(() => {
    if (row.kind === 'page') useOpenPages.getState().open(row.page.path)
    else if (row.kind === 'media') useSection.getState().showFile(row.path)
    else runCommand(row.id)
  })
}

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  PageDown: (at, count) => Math.min(at + 8, count - 1),
  PageUp: (at) => Math.max(at - 8, 0),
}

function rowKey(row: Row): string {
  if (row.kind === 'page') return row.page.path
  return row.kind === 'media' ? row.path : row.id
}

function useSearch({ recent, onDone }: Props) {
  const findable = useFindable(recent)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const query = useDeferredValue(typed)
  const groups = useMemo(() => rowsFor(query, findable), [query, findable])
  const rows = useMemo(() => groups.flatMap((group) => group.rows), [groups])
  const choose = (row: Row | undefined) => {
    if (!row) return
    onDone()
    carryOut(row)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      // What was typed last counts, also where the list is a moment behind.
      choose(query === typed ? rows[at] : rowsFor(typed, findable)[0]?.rows[0])
      return
    }
    const step = steps[event.key]
    if (!step || rows.length === 0) return
    event.preventDefault()
    setAt(step(at, rows.length))
  }
  const type = (text: string) => {
    setTyped(text)
    setAt(0)
  }
  return { typed, type, groups, rows, at, setAt, choose, onKey }
}

const noticeOf = (count: number) =>
  count === 0 ? 'Nothing found' : count === 1 ? '1 result' : `${count} results`

/** The field and what it finds. */
export function PaletteSearch(props: Props) {
  const { typed, type, groups, rows, at, setAt, choose, onKey } = useSearch(props)
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const currentId = rows[at] ? `${id}-${at}` : undefined
  useLayoutEffect(() => {
    if (currentId) document.getElementById(currentId)?.scrollIntoView({ block: 'nearest' })
  }, [currentId])
  return (
    <>
      <div className="palette-field">
        <Search size={16} strokeWidth={1.75} aria-hidden />
        <input
          role="combobox"
          aria-label="Search pages, media and commands"
          aria-expanded={rows.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={currentId}
          placeholder="Search pages, media and commands"
          spellCheck={false}
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            type(event.target.value)
            list.current?.scrollTo({ top: 0 })
          }}
          onKeyDown={onKey}
        />
        <kbd aria-hidden>esc</kbd>
      </div>
      <div
        ref={list}
        id={`${id}-list`}
        className="palette-list"
        role="listbox"
        aria-label="Results"
      >
        {groups.map((group) => (
          <fieldset key={group.title} aria-label={group.title} className="palette-section">
            <div className="palette-group" aria-hidden>
              {group.title}
            </div>
            {group.rows.map((row) => {
              const place = rows.indexOf(row)
              return (
                <PaletteRow
                  key={rowKey(row)}
                  id={`${id}-${place}`}
                  row={row}
                  selected={place === at}
                  onPoint={() => setAt(place)}
                  onChoose={() => choose(row)}
                />
              )
            })}
          </fieldset>
        ))}
        {rows.length === 0 && (
          <p className="palette-none">Nothing on this site is called “{typed.trim()}”.</p>
        )}
      </div>
      <div className="palette-foot" aria-hidden>
        <span>↑↓ to choose</span>
        <span>↵ to open</span>
        <span className="palette-foot-end">Type › for commands only</span>
      </div>
      <span className="ui-hidden" role="status">
        {noticeOf(rows.length)}
      </span>
    </>
  )
}
