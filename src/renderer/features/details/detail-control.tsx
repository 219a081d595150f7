import type { FormValue } from '../../../shared/domain/document/front-matter/form-value.ts'
import type { FieldDescription } from '../../../shared/domain/fields/describe-fields.ts'

interface Props {
  readonly field: FieldDescription
  readonly text: string
  readonly locked: boolean
  readonly onType: (text: string) => void
  readonly onValue: (value: FormValue) => void
  /** What ties the control to its label and notes. */
  readonly shared: {
    readonly id: string
    readonly 'aria-invalid': boolean
    readonly 'aria-describedby': string
    readonly onBlur: () => void
  }
}

function Choice({ field, text, locked, onValue, shared }: Props) {
  return (
    <select
      {...shared}
      value={text}
      disabled={locked}
      onChange={(event) => onValue(event.target.value)}
    >
      {[...new Set([text, ...(field.choices ?? [])])].map((choice) => (
        <option key={choice}>{choice}</option>
      ))}
    </select>
  )
}

/** The control for a detail's type. */
export function DetailControl(props: Props) {
  const { field, text, locked, onType, onValue, shared } = props
  switch (field.control) {
    case 'boolean':
      return (
        <input
          {...shared}
          type="checkbox"
          checked={field.value === true}
          disabled={locked}
          onChange={(event) => onValue(event.target.checked)}
        />
      )
    case 'choice':
      return <Choice {...props} />
    case 'multiline':
    case 'list':
    case 'source':
      return (
        <textarea
          {...shared}
          rows={3}
          value={text}
          readOnly={locked}
          onChange={(event) => onType(event.target.value)}
        />
      )
    default:
      return (
        <input
          {...shared}
          type={field.control === 'date' ? 'date' : 'text'}
          value={text}
          readOnly={locked}
          onChange={(event) => onType(event.target.value)}
        />
      )
  }
}
