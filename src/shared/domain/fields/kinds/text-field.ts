import { emptyFindings, type FieldKind, lengthFindings } from '../field-kind.ts'

const asText = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : ''

/** One line of text. */
export const textField: FieldKind = {
  show: asText,
  read: (text) => (text === '' ? null : text),
  check: (text, context) => [
    ...emptyFindings(text, context),
    ...lengthFindings(text, context),
    // Isomer cuts a file at the first two of these, wherever they stand (isomer.md 1.3).
    ...(text.includes('---')
      ? [
          {
            level: 'warning' as const,
            text: 'Isomer cannot read a page with “---” in its details.',
          },
        ]
      : []),
  ],
  initial: () => null,
}
