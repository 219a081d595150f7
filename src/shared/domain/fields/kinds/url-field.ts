import { emptyFindings, type FieldKind } from '../field-kind.ts'
import { textField } from './text-field.ts'

/** An address on this site (`/…`) or another (`https://…`). */
export const urlField: FieldKind = {
  ...textField,
  check: (text, context) => {
    const url = text.trim()
    if (url === '') return emptyFindings(text, context)
    if (/\s/.test(url)) return [{ level: 'problem', text: 'An address cannot hold spaces.' }]
    if (/^(?:https?:\/\/[^/]+|\/(?!\/)|#|mailto:.+@|tel:)/i.test(url)) return []
    const level = context.existing === text ? 'warning' : 'problem'
    return [{ level, text: 'An address begins with “https://”, or with “/” on this site.' }]
  },
}
