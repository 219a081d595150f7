import { validatePermalink } from '../../site/name-rules.ts'
import type { FieldKind } from '../field-kind.ts'
import { textField } from './text-field.ts'

/** A page's address on its site. */
export const permalinkField: FieldKind = {
  ...textField,
  check: (text, context) =>
    text === '' && !context.required
      ? []
      : validatePermalink(text, { existing: context.existing, taken: context.taken }),
}
