import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'
import './popover.css'

interface Props {
  /** Its accessible name. */
  readonly label: string
  readonly trigger: ReactElement
  readonly children: ReactNode
  readonly align?: 'start' | 'center' | 'end'
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
}

/** A small panel under what opens it. */
export function Popover({ label, trigger, children, align = 'end', open, onOpenChange }: Props) {
  const controlled = open === undefined ? {} : { open }
  return (
    <Base.Root
      {...controlled}
      {...(onOpenChange ? { onOpenChange: (next) => onOpenChange(next) } : {})}
    >
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} align={align} className="ui-float">
          <Base.Popup className="ui-popover" aria-label={label}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
