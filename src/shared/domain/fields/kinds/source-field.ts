import type { FieldKind } from '../field-kind.ts'

/** A value no control can hold (maps, lists of maps): shown as it is written, and edited in the source view. */
export const sourceField: FieldKind = {
  show: (value) => (typeof value === 'string' ? value : ''),
  read: (text) => text,
  check: () => [],
  initial: () => null,
}
