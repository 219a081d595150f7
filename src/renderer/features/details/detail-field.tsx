import { X } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import type { FormValue } from '../../../shared/domain/document/front-matter/form-value.ts'
import type { FieldDescription } from '../../../shared/domain/fields/describe-fields.ts'
import { fieldKindOf } from '../../../shared/domain/fields/field-kinds.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { DetailControl } from './detail-control.tsx'
import { ImagePreview } from './image-control.tsx'

interface Props {
  readonly field: FieldDescription
  readonly readOnly: boolean
  /** Where the app shows a picture of the site. */
  readonly mediaUrl: (src: string) => string | null
  readonly onValue: (value: FormValue) => void
  readonly onRemove: () => void
}

/** Typing settles into one step of the page's history. */
const settleAfter = 400

const today = () => new Date().toISOString().slice(0, 10)

/** What is being typed, until it settles into the page. */
function useTyped(shown: string, commit: (text: string) => void) {
  const [typed, setTyped] = useState<string | null>(null)
  const latest = useRef(commit)
  latest.current = commit
  useEffect(() => {
    if (typed === null) return
    const timer = setTimeout(() => {
      latest.current(typed)
      setTyped(null)
    }, settleAfter)
    return () => clearTimeout(timer)
  }, [typed])
  const settle = () => {
    if (typed !== null && typed !== shown) commit(typed)
    setTyped(null)
  }
  return { text: typed ?? shown, type: setTyped, settle }
}

const singleValue = (value: unknown): FormValue | undefined =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value)
    ? (value as FormValue)
    : undefined

/** One detail with the control its value asks for. */
export function DetailField({ field, readOnly, mediaUrl, onValue, onRemove }: Props) {
  const id = useId()
  const kind = fieldKindOf(field)
  const { text, type, settle } = useTyped(kind.show(field.value), (next) => {
    const value = singleValue(kind.read(next))
    if (value !== undefined) onValue(value)
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
  const locked = readOnly || field.locked || Array.isArray(field.value)
  return (
    <div className="detail">
      <div className="detail-head">
        <label id={`${id}-label`} htmlFor={id}>
          {field.label}
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
