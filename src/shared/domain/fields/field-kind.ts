import type { Finding } from '../site/name-rules.ts'

/** What a form control gives back; a list holds single values only. */
export type FieldValue = string | number | boolean | null | readonly (string | number | boolean)[]

export const controls = [
  'text',
  'multiline',
  'permalink',
  'date',
  'image',
  'document',
  'url',
  'boolean',
  'number',
  'choice',
  'list',
  'tags',
  'source',
] as const
export type Control = (typeof controls)[number]

/** What a field's value is checked against. */
export interface FieldContext {
  readonly required: boolean
  /** The value as published; an unchanged value only gets warnings. */
  readonly existing?: string | undefined
  /** `YYYY-MM-DD` */
  readonly today: string
  readonly maxLength?: number | undefined
  readonly choices?: readonly string[] | undefined
  /** Values in use on other pages (titles beside it, permalinks of the site). */
  readonly taken?: readonly string[] | undefined
  /** Whether a file of the site exists; without it files are not looked for. */
  readonly hasFile?: ((path: string) => boolean) | undefined
}

/**
 * How one kind of value is shown, read, checked and begun. `show` and `read` are inverse for every value of the
 * kind: showing a value and reading it back gives an equal value.
 */
export interface FieldKind {
  /** The value as the text of its control. */
  readonly show: (value: unknown) => string
  /** The value the control's text stands for; empty text is `null`, so that the key stays with nothing in it. */
  readonly read: (text: string) => FieldValue
  /** Problems and warnings of the control's text. */
  readonly check: (text: string, context: FieldContext) => Finding[]
  /** What a newly added key holds. */
  readonly initial: (context: FieldContext) => FieldValue
}

/** Findings that a missing value gives. */
export function emptyFindings(text: string, context: FieldContext): Finding[] {
  if (text.trim() !== '' || !context.required) return []
  const level = context.existing === text ? 'warning' : 'problem'
  return [{ level, text: 'This cannot be empty.' }]
}

/** Findings of a text that is too long for where the site shows it. */
export function lengthFindings(text: string, context: FieldContext): Finding[] {
  const over = [...text].length - (context.maxLength ?? Number.POSITIVE_INFINITY)
  if (over <= 0) return []
  const words = over === 1 ? '1 character' : `${over} characters`
  return [{ level: 'warning', text: `${words} longer than search results and menus show.` }]
}
