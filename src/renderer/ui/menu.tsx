import { ContextMenu as BaseContext } from '@base-ui/react/context-menu'
import { Menu as Base } from '@base-ui/react/menu'
import { Check, type LucideIcon } from 'lucide-react'
import { type ReactElement, useState } from 'react'
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

/** The rows of a menu. Base UI's context menu shares the parts of its menu. */
function Rows({ entries }: { readonly entries: readonly MenuEntry[] }) {
  return entries.map((entry, place) => {
    const key = keyOf(entry, place)
    if (entry === 'line') return <Base.Separator key={key} className="ui-menu-line" />
    if ('group' in entry)
      return (
        <div key={key} className="ui-menu-group" role="presentation">
          {entry.group}
        </div>
      )
    const shared = {
      label: entry.label,
      disabled: entry.disabled ?? false,
      className: cx('ui-menu-row', entry.danger && 'ui-menu-danger'),
    }
    if (entry.checked !== undefined)
      return (
        <Base.CheckboxItem
          key={key}
          {...shared}
          checked={entry.checked}
          closeOnClick
          onClick={() => entry.run()}
        >
          <Row entry={entry} />
        </Base.CheckboxItem>
      )
    return (
      <Base.Item key={key} {...shared} onClick={() => entry.run()}>
        <Row entry={entry} />
      </Base.Item>
    )
  })
}

interface MenuButtonProps {
  /** The menu's name. */
  readonly label: string
  readonly entries: readonly MenuEntry[] | (() => readonly MenuEntry[])
  readonly trigger: ReactElement
  readonly align?: 'start' | 'end'
}

/** A button that opens a menu. */
export function MenuButton({ label, entries, trigger, align = 'start' }: MenuButtonProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} className="ui-float">
          <Base.Popup className="ui-menu" aria-label={label}>
            <Rows entries={typeof entries === 'function' ? entries() : entries} />
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
