import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactElement } from 'react'
import './tooltip.css'

interface Props {
  readonly text: string
  /** The shortcut, as the system writes it. */
  readonly keys?: string | undefined
  readonly children: ReactElement
}

/** A hint on hover and focus; what it says must also be the name of what it stands on. */
export function Tooltip({ text, keys, children }: Props) {
  return (
    <Base.Root>
      <Base.Trigger render={children} delay={500} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} className="ui-float">
          <Base.Popup className="ui-tooltip">
            {text}
            {keys && <kbd>{keys}</kbd>}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
