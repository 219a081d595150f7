import { validateTitle } from '../../site/name-rules.ts'
import type { FieldKind } from '../field-kind.ts'
import { textField } from './text-field.ts'

/** A page's title under Isomer's name rules. */
export const titleField: FieldKind = {
  ...textField,
  check: (text, context) =>
    validateTitle(text, { existing: context.existing, taken: context.taken }),
}
