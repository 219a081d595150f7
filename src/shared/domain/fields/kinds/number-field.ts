import { emptyFindings, type FieldKind } from '../field-kind.ts'

const form = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i

/** A number; text that is none stays text and is a problem. */
export const numberField: FieldKind = {
  show: (value) => (typeof value === 'number' || typeof value === 'string' ? String(value) : ''),
  read: (text) => {
    const plain = text.trim()
    if (plain === '') return null
    return form.test(plain) && Number.isFinite(Number(plain)) ? Number(plain) : text
  },
  check: (text, context) =>
    text.trim() === '' || form.test(text.trim())
      ? emptyFindings(text, context)
      : [{ level: 'problem', text: 'This is not a number.' }],
  initial: () => null,
}
