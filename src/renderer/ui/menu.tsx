import { ContextMenu as BaseContext } from '@base-ui/react/context-menu'
import { Menu as Base } from '@base-ui/react/menu'
import { Check, type LucideIcon } from 'lucide-react'
import { type ReactElement, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { cx } from './class-names.ts'
import './menu.css'

export type MenuEntry =
  | 'line'
  | { readonly group: string }
  | {
      readonly label: string
      readonly icon?: LucideIcon
      readonly keys?: string | undefined
      readonly danger?: boolean
      readonly disabled?: boolean
      /** Set for entries that are on or off. */
      readonly checked?: boolean
      readonly hint?: string
      run(): void
    }

const keyOf = (entry: MenuEntry, place: number) =>
  entry === 'line' ? `line-${place}` : 'group' in entry ? `group-${entry.group}` : entry.label

function Row({ entry }: { readonly entry: Exclude<MenuEntry, 'line' | { group: string }> }) {
  const { label, icon: Icon, keys, hint, checked } = entry
  return (
    <>
      <span className="ui-menu-icon">
        {checked ? (
          <Check size={14} strokeWidth={2} aria-hidden />
        ) : (
          Icon && <Icon size={14} strokeWidth={2} aria-hidden />
        )}
      </span>
      <span className="ui-menu-label">{label}</span>
      {(keys ?? hint) && (
        <span className="ui-menu-keys" aria-hidden>
          {keys ?? hint}
        </span>
      )}
    </>
  )
}

interface RowsProps {
  readonly entries: readonly MenuEntry[]
  readonly onRun?: () => void
}

/** The rows of a menu. Base UI's context menu shares the parts of its menu. */
function Rows({ entries, onRun }: RowsProps) {
  return entries.map((entry, place) => {
    const key = keyOf(entry, place)
    if (entry === 'line') return <Base.Separator key={key} className="ui-menu-line" />
    if ('group' in entry)
      return (
        <div key={key} className="ui-menu-group" role="presentation">
          {entry.group}
        </div>
      )
    const run = () => {
      onRun?.()
      entry.run()
    }
    const shared = {
      label: entry.label,
      disabled: entry.disabled ?? false,
      className: cx('ui-menu-row', entry.danger && 'ui-menu-danger'),
    }
    if (entry.checked !== undefined)
      return (
        <Base.CheckboxItem key={key} {...shared} checked={entry.checked} closeOnClick onClick={run}>
          <Row entry={entry} />
        </Base.CheckboxItem>
      )
    return (
      <Base.Item key={key} {...shared} onClick={run}>
        <Row entry={entry} />
      </Base.Item>
    )
  })
}

/** Where the focus goes once an entry has run: an element, or nowhere for entries that have taken it themselves. */
type ReturnTo = () => HTMLElement | false

/** Without an entry chosen, the focus goes back to what opened the menu. */
function useReturn(open: boolean, returnTo: ReturnTo | undefined) {
  const chosen = useRef(false)
  // Once for each opening: an entry may draw everything anew while the menu is still open.
  useLayoutEffect(() => {
    if (open) chosen.current = false
  }, [open])
  return {
    onRun: () => {
      chosen.current = true
    },
    finalFocus: returnTo && (() => (chosen.current ? returnTo() : true)),
  }
}

interface MenuButtonProps {
  /** The menu's name. */
  readonly label: string
  readonly entries: readonly MenuEntry[] | (() => readonly MenuEntry[])
  readonly trigger: ReactElement
  readonly align?: 'start' | 'end'
  readonly returnTo?: ReturnTo
}

/** A button that opens a menu. */
export function MenuButton(props: MenuButtonProps) {
  const { label, entries, trigger, align = 'start', returnTo } = props
  const [open, setOpen] = useState(false)
  const { onRun, finalFocus } = useReturn(open, returnTo)
  return (
    <Base.Root modal={false} open={open} onOpenChange={setOpen}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} className="ui-float">
          <Base.Popup className="ui-menu" aria-label={label} finalFocus={finalFocus}>
            <Rows entries={typeof entries === 'function' ? entries() : entries} onRun={onRun} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

interface AnchoredMenuProps {
  /** The menu's name. */
  readonly label: string
  /** The thing it belongs to, which opens it in its own way. */
  readonly anchor: RefObject<HTMLElement | null>
  /** What it offers; null while it is closed. */
  readonly entries: readonly MenuEntry[] | null
  readonly onClose: () => void
  readonly returnTo?: ReturnTo
}

/** A menu beside a thing that does more than open it: a handle that is dragged, too. */
export function AnchoredMenu(props: AnchoredMenuProps) {
  const { label, anchor, entries, onClose, returnTo } = props
  const { onRun, finalFocus } = useReturn(entries !== null, returnTo)
  return (
    <Base.Root
      modal={false}
      open={entries !== null}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Base.Portal>
        <Base.Positioner anchor={anchor} sideOffset={4} align="start" className="ui-float">
          <Base.Popup className="ui-menu" aria-label={label} finalFocus={finalFocus ?? anchor}>
            <Rows entries={entries ?? []} onRun={onRun} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

interface ContextMenuProps {
  readonly label?: string
  /** Asked when the menu opens; none, and it does not open. */
  readonly entries: () => readonly MenuEntry[]
  readonly children: ReactElement
}

/** What can be done with a thing, at the pointer or with the menu key. */
export function ContextMenu({ label = 'Actions', entries, children }: ContextMenuProps) {
  const [shown, setShown] = useState<readonly MenuEntry[] | null>(null)
  return (
    <BaseContext.Root
      open={shown !== null && shown.length > 0}
      onOpenChange={(open) => setShown(open ? entries() : null)}
    >
      <BaseContext.Trigger render={children} />
      <BaseContext.Portal>
        <BaseContext.Positioner className="ui-float">
          <BaseContext.Popup className="ui-menu" aria-label={label}>
            <Rows entries={shown ?? []} />
          </BaseContext.Popup>
        </BaseContext.Positioner>
      </BaseContext.Portal>
    </BaseContext.Root>
  )
}
