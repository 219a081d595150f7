import type { LucideIcon } from 'lucide-react'
import type { ComponentPropsWithRef } from 'react'
import { cx } from './class-names.ts'
import './button.css'

export type ButtonVariant = 'plain' | 'primary' | 'quiet' | 'danger' | 'danger-solid'

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  readonly variant?: ButtonVariant
  readonly size?: 'sm' | 'md' | 'lg'
  /** A number in a badge behind the words. */
  readonly count?: number | undefined
  /** Working: cannot be pressed, and says so to screen readers. */
  readonly busy?: boolean
  readonly icon?: LucideIcon
}

const inThousands = (n: number) => (n < 1000 ? String(n) : `${(n / 1000).toFixed(1)}k`)

/** A button with words. One of a view may be `primary`. */
export function Button(props: ButtonProps) {
  const { variant = 'plain', size = 'md', count, busy = false, icon: Icon, ...rest } = props
  const { className, children, disabled, type = 'button', ...others } = rest
  return (
    <button
      {...others}
      type={type}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      className={cx('ui-button', `ui-button-${variant}`, `ui-button-${size}`, className)}
    >
      {Icon && <Icon size={16} strokeWidth={1.75} aria-hidden />}
      {children}
      {count !== undefined && <span className="ui-button-count">{inThousands(count)}</span>}
    </button>
  )
}
