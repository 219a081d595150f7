import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { type ReactNode, type RefObject, useRef } from 'react'
import { cx } from './class-names.ts'
import './dialog.css'
import { IconButton } from './icon-button.tsx'

export interface DialogProps {
  readonly open: boolean
  /** Escape, the close button and a click beside it: the safe way out. */
  readonly onClose: () => void
  readonly title: string
  /** Behind the title, quieter; not part of the name. */
  readonly subtitle?: ReactNode
  /** A sentence under the title that screen readers read with it. */
  readonly description?: ReactNode
  readonly width?: 420 | 540 | 720 | 1000 | 1180
  readonly height?: number
  readonly initialFocus?: RefObject<HTMLElement | null>
  readonly footer?: ReactNode
  /** False while leaving would lose something: only the dialog's own buttons close it. */
  readonly dismissible?: boolean
  /** Without padding, for dialogs with panes. */
  readonly flush?: boolean
  readonly children?: ReactNode
}

function Head({
  title,
  subtitle,
  dismissible,
}: Pick<DialogProps, 'title' | 'subtitle'> & { dismissible: boolean }) {
  return (
    <div className="ui-dialog-head">
      <Base.Title className="ui-dialog-title">{title}</Base.Title>
      {subtitle && <span className="ui-dialog-subtitle">{subtitle}</span>}
      {dismissible && (
        <Base.Close render={<IconButton label="Close" icon={X} className="ui-dialog-close" />} />
      )}
    </div>
  )
}

const decidable =
  ':is(input, textarea, select, button):not(:disabled, [tabindex="-1"], [aria-hidden="true"])'

/** A window in the window: named by its title, focus kept inside and given back afterwards. */
export function Dialog(props: DialogProps) {
  const { open, onClose, width = 540, height, initialFocus, footer, children } = props
  const { dismissible = true, flush = false, description } = props
  const popup = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  // The first thing to decide, never the close button: its hint would take the first Escape.
  const firstFocus = () => body.current?.querySelector<HTMLElement>(decidable) ?? popup.current
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => {
        if (!next && dismissible) onClose()
      }}
      disablePointerDismissal
    >
      <Base.Portal>
        <Base.Backdrop className="ui-scrim" />
        <Base.Viewport className="ui-dialog-viewport">
          <Base.Popup
            ref={popup}
            className="ui-dialog"
            style={{ width, ...(height === undefined ? {} : { height }) }}
            initialFocus={initialFocus ?? firstFocus}
          >
            <Head title={props.title} subtitle={props.subtitle} dismissible={dismissible} />
            {description && (
              <Base.Description className="ui-dialog-description">{description}</Base.Description>
            )}
            <div ref={body} className={cx('ui-dialog-body', flush && 'ui-dialog-flush')}>
              {children}
            </div>
            {footer && <div className="ui-dialog-foot">{footer}</div>}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}
