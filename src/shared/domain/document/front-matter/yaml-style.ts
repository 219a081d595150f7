import { isScalar, type Node, type Pair, parseDocument, Scalar } from 'yaml'
import type { FormValue } from './form-value.ts'
import { type ScalarStyle, writeDate, writeScalar } from './write-value.ts'

const isDate = (value: FormValue): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)

/** Whether a text would be quoted in any place, so that its quotes say nothing about anyone's taste. */
const needsQuotes = (value: unknown) =>
  typeof value === 'string' && (value === '' || writeScalar(value, 'PLAIN') !== value)

/** How most texts that need no quotes are written among some pairs: plainly, or in one kind of quotes. */
export function commonStyle(pairs: readonly Pair[]): ScalarStyle {
  const counts: Record<string, number> = { PLAIN: 0, QUOTE_SINGLE: 0, QUOTE_DOUBLE: 0 }
  for (const { value } of pairs)
    if (isScalar(value) && typeof value.value === 'string' && !needsQuotes(value.value))
      counts[value.type ?? ''] = (counts[value.type ?? ''] ?? 0) + 1
  const { PLAIN = 0, QUOTE_SINGLE = 0, QUOTE_DOUBLE = 0 } = counts
  if (QUOTE_DOUBLE > PLAIN && QUOTE_DOUBLE >= QUOTE_SINGLE) return 'QUOTE_DOUBLE'
  return QUOTE_SINGLE > PLAIN ? 'QUOTE_SINGLE' : 'PLAIN'
}

/**
 * The style of a value that takes a scalar's place: its own, unless its double quotes were only there because its text
 * could not be written as texts around it are.
 */
export function styleFor(old: Scalar, common: ScalarStyle): ScalarStyle {
  const own = (old.type ?? 'PLAIN') as ScalarStyle
  const isForced =
    own === 'QUOTE_DOUBLE' &&
    typeof old.value === 'string' &&
    writeScalar(old.value, common).startsWith('"')
  return isForced ? common : own
}

const readsBack = (source: string, value: string) => {
  const document = parseDocument(`k: ${source}\n`, { logLevel: 'silent' })
  const read: unknown = document.errors.length === 0 ? document.get('k') : null
  return typeof read === 'string' && read.replace(/\n+$/, '') === value
}

/** Text in a block of lines under its `|` or `>`; null where such a block cannot hold it. */
function blockText(value: string, old: string, eol: string): string | null {
  const lines = /^([|>][^\r\n]*\r?\n)(?:[ \t]*\r?\n)*([ \t]+)/.exec(old)
  const [, head, indent] = lines ?? []
  if (head === undefined || indent === undefined || /^\s|^$|\r/.test(value)) return null
  const parts = value.split('\n').map((line) => (line === '' ? '' : indent + line))
  const text = head + parts.join(head.startsWith('>') ? eol + eol : eol)
  return readsBack(text, value) ? text : null
}

/** What is written in the place of a scalar, `old`, whose text in the file is `source`. */
export function writtenOver(
  value: FormValue,
  {
    old,
    source,
    eol,
    common,
  }: { old: Node | null; source: string; eol: string; common: ScalarStyle },
): string {
  if (!isScalar(old)) return writtenAnew(value, common)
  const style = styleFor(old, common)
  if (isDate(value) && style === Scalar.PLAIN) return writeDate(value)
  if (typeof value === 'string' && /^[|>]/.test(source) && String(style).startsWith('BLOCK')) {
    const block = blockText(value.replace(/\r\n/g, '\n').trimEnd(), source, eol)
    if (block !== null) return block
  }
  return writeScalar(value, style)
}

/** What is written for a value where none stood. */
export function writtenAnew(value: FormValue, common: ScalarStyle): string {
  return isDate(value) ? writeDate(value) : writeScalar(value, common)
}
