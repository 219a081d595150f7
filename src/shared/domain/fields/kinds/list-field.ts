import type { Finding } from '../../site/name-rules.ts'
import { emptyFindings, type FieldContext, type FieldKind } from '../field-kind.ts'

const isSingle = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

const itemsOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : isSingle(value) ? [value] : []

function repeated(items: readonly string[]): Finding[] {
  const twice = items.find((item, i) => items.indexOf(item) !== i)
  return twice === undefined ? [] : [{ level: 'warning', text: `“${twice}” stands here twice.` }]
}

function makeListField(separator: string, split: RegExp): FieldKind {
  const read = (text: string) =>
    text
      .split(split)
      .map((item) => item.trim())
      .filter((item) => item !== '')
  return {
    show: (value) => itemsOf(value).filter(isSingle).map(String).join(separator),
    read,
    check: (text: string, context: FieldContext) => [
      ...emptyFindings(text, context),
      ...repeated(read(text)),
    ],
    initial: () => [],
  }
}

/** Single values, one a line. */
export const listField: FieldKind = makeListField('\n', /\r?\n/)

/** Short words, parted by commas. */
export const tagsField: FieldKind = makeListField(', ', /[,\n]/)
