import { X } from 'lucide-react'
import { useId } from 'react'
import type { FormValue } from '../../../shared/domain/document/front-matter/form-value.ts'
import type { FieldDescription } from '../../../shared/domain/fields/describe-fields.ts'
import type { FieldValue } from '../../../shared/domain/fields/field-kind.ts'
import { fieldKindOf } from '../../../shared/domain/fields/field-kinds.ts'
import { useTyped } from '../../lib/use-typed.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Hidden } from '../../ui/visually-hidden.tsx'
import { DetailControl } from './detail-control.tsx'
import { ImagePreview } from './image-control.tsx'

interface Props {
  readonly field: FieldDescription
  /** What a value inside of another belongs to; told to screen readers behind its name. */
  readonly of?: string
  readonly readOnly: boolean
  /** Where the app shows a picture of the site. */
  readonly mediaUrl: (src: string) => string | null
  readonly onValue: (value: FormValue) => void
  /** For lists: what they shall hold. */
  readonly onItems: (items: readonly string[]) => void
  readonly onRemove: () => void
}

const today = () => new Date().toISOString().slice(0, 10)

const isList = (value: FieldValue): value is Extract<FieldValue, readonly unknown[]> =>
  Array.isArray(value)

/** One detail with the control its value asks for. */
export function DetailField(props: Props) {
  const { field, of, readOnly, mediaUrl, onValue, onItems, onRemove } = props
  const id = useId()
  const kind = fieldKindOf(field)
  const { text, type, settle } = useTyped(kind.show(field.value), (next) => {
    const value = kind.read(next)
    if (isList(value)) onItems(value.map(String))
    else onValue(value)
  })
  const context = {
    required: field.required,
    existing: kind.show(field.value),
    today: today(),
    maxLength: field.maxLength ?? undefined,
    choices: field.choices ?? undefined,
  }
  const findings = field.locked ? [] : kind.check(text, context)
  const problem = findings.some((finding) => finding.level === 'problem')
  const locked = readOnly || field.locked
  return (
    <div className="detail">
      <div className="detail-head">
        <label id={`${id}-label`} htmlFor={id}>
          {field.label}
          {of && <Hidden>, {of}</Hidden>}
        </label>
        {field.maxLength !== null && (
          <span className="detail-count">
            {[...text].length} of {field.maxLength}
          </span>
        )}
        {!readOnly && field.canRemove && (
          <IconButton
            size="sm"
            icon={X}
            // Not named by the field's label: a label leads to its field alone.
            label="Remove this detail"
            aria-describedby={`${id}-label`}
            className="detail-remove"
            onClick={onRemove}
          />
        )}
      </div>
      {field.control === 'image' && (
        <ImagePreview src={text} locked={locked} mediaUrl={mediaUrl} onValue={onValue} />
      )}
      <DetailControl
        field={field}
        text={text}
        locked={locked}
        onType={type}
        onValue={onValue}
        shared={{
          id,
          'aria-invalid': problem,
          'aria-describedby': `${id}-note`,
          onBlur: settle,
        }}
      />
      <div id={`${id}-note`}>
        {findings.map((finding) => (
          <p key={finding.text} className={`detail-${finding.level}`}>
            {finding.text}
          </p>
        ))}
        {field.hint && findings.length === 0 && <p className="detail-hint">{field.hint}</p>}
      </div>
    </div>
  )
}
