import { Checkbox as Base } from '@base-ui/react/checkbox'
import { Check, Minus } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import './field.css'

interface Props {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly label?: ReactNode
  readonly 'aria-label'?: string
  readonly 'aria-describedby'?: string
  readonly disabled?: boolean
  readonly indeterminate?: boolean
  readonly tabIndex?: number
}

/** A check box; with `label` the words beside it switch it as well. */
export function Checkbox({ checked, onChange, label, disabled = false, ...rest }: Props) {
  const id = useId()
  const box = (
    <Base.Root
      {...rest}
      id={id}
      nativeButton
      render={<button type="button" />}
      className="ui-check-box"
      checked={checked}
      disabled={disabled}
      onCheckedChange={(next) => onChange(next)}
    >
      <Base.Indicator className="ui-check-mark">
        {rest.indeterminate ? (
          <Minus size={12} strokeWidth={3} aria-hidden />
        ) : (
          <Check size={12} strokeWidth={3} aria-hidden />
        )}
      </Base.Indicator>
    </Base.Root>
  )
  if (label === undefined) return box
  return (
    <span className="ui-check">
      {box}
      <label htmlFor={id}>{label}</label>
    </span>
  )
}
