import { validateDate } from '../../site/name-rules.ts'
import { emptyFindings, type FieldKind } from '../field-kind.ts'
import { textField } from './text-field.ts'

/** A day, `YYYY-MM-DD`. */
export const dateField: FieldKind = {
  ...textField,
  check: (text, context) =>
    text.trim() === ''
      ? emptyFindings(text, context)
      : validateDate(text, context.today, { existing: context.existing }),
  initial: (context) => context.today,
}
