import { TriangleAlert } from 'lucide-react'
import { type InputHTMLAttributes, type Ref, useId } from 'react'
import './field.css'

export interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  /** One sentence about what is wrong; the field is marked. */
  readonly problem?: string | null | undefined
  readonly hint?: string | undefined
  readonly count?: readonly [now: number, most: number]
  readonly multiline?: boolean
  readonly placeholder?: string
  readonly autoFocus?: boolean
  readonly type?: InputHTMLAttributes<HTMLInputElement>['type']
  readonly readOnly?: boolean
  readonly disabled?: boolean
  readonly autoComplete?: string
  readonly inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement>
  readonly onBlur?: () => void
}

/** A labelled line or box of text with its hint or problem below. */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, problem, hint, count, multiline = false, inputRef } = props
  const { placeholder, type = 'text', readOnly, disabled, autoComplete, onBlur, autoFocus } = props
  const id = useId()
  const shared = {
    id,
    dir: 'auto',
    value,
    placeholder,
    readOnly,
    disabled,
    autoComplete,
    onBlur,
    autoFocus,
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': problem || hint ? `${id}-note` : undefined,
    className: 'ui-input',
    onChange: (event: { readonly target: { readonly value: string } }) =>
      onChange(event.target.value),
  }
  return (
    <div className="ui-field">
      <div className="ui-field-head">
        <label htmlFor={id}>{label}</label>
        {count && (
          <span className="ui-field-count">
            {count[0]} of {count[1]}
          </span>
        )}
      </div>
      {multiline ? (
        <textarea {...shared} ref={inputRef} rows={3} />
      ) : (
        <input {...shared} ref={inputRef} type={type} />
      )}
      {(problem || hint) && (
        <p id={`${id}-note`} className={problem ? 'ui-field-problem' : 'ui-field-hint'}>
          {problem && <TriangleAlert size={14} strokeWidth={2} aria-hidden />}
          {problem || hint}
        </p>
      )}
    </div>
  )
}
