import type { FieldKind } from '../field-kind.ts'

/** Yes or no. */
export const booleanField: FieldKind = {
  show: (value) => (value === true ? 'true' : value === false ? 'false' : ''),
  read: (text) => (text === '' ? null : text === 'true'),
  check: () => [],
  initial: () => false,
}
