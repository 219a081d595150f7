import { emptyFindings, type FieldKind } from '../field-kind.ts'
import { textField } from './text-field.ts'

/** One of a few values; another value the page already holds stays possible. */
export const choiceField: FieldKind = {
  ...textField,
  check: (text, context) => {
    if (text === '') return emptyFindings(text, context)
    if (!context.choices || context.choices.includes(text)) return []
    const level = context.existing === text ? 'warning' : 'problem'
    return [{ level, text: `This is one of: ${context.choices.join(', ')}.` }]
  },
  initial: (context) => context.choices?.[0] ?? null,
}
