import type { LucideIcon } from 'lucide-react'
import type { ComponentPropsWithRef } from 'react'
import { cx } from './class-names.ts'
import { Tooltip } from './tooltip.tsx'
import './button.css'

export interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children'> {
  readonly label: string
  readonly icon: LucideIcon
  readonly size?: 'sm' | 'md'
  readonly keys?: string
  /** Set for buttons that stay on. */
  readonly pressed?: boolean
}

/** A button with an icon only; its name and keys show as a tooltip. */
export function IconButton(props: IconButtonProps) {
  const { label, icon: Icon, size = 'md', keys, pressed, className, ...rest } = props
  return (
    <Tooltip text={label} keys={keys}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        aria-pressed={pressed}
        className={cx('ui-icon-button', size === 'sm' && 'ui-icon-button-sm', className)}
      >
        <Icon size={size === 'sm' ? 14 : 16} strokeWidth={size === 'sm' ? 2 : 1.75} aria-hidden />
      </button>
    </Tooltip>
  )
}
