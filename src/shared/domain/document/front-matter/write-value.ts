import { parse, Scalar, stringify } from 'yaml'

export type ScalarStyle =
  | 'PLAIN'
  | 'QUOTE_SINGLE'
  | 'QUOTE_DOUBLE'
  | 'BLOCK_LITERAL'
  | 'BLOCK_FOLDED'

const readsBack = (source: string, value: unknown) => {
  try {
    // Jekyll reads YAML 1.1, where `yes`, `off` and `12:30` are not text.
    return (['1.1', '1.2'] as const).every(
      (version) => (parse(`k: ${source}\n`, { version }) as { k: unknown }).k === value,
    )
  } catch {
    return false
  }
}

function quoted(value: string, style: ScalarStyle): string {
  // Isomer splits a file at every `---`: it is never written into a value.
  if (value.includes('---')) return JSON.stringify(value).replace(/---/g, '--\\x2d')
  const scalar = new Scalar(value.replace(/[ \t]*\r?\n[ \t]*/g, ' '))
  scalar.type = style === 'QUOTE_SINGLE' ? 'QUOTE_SINGLE' : 'QUOTE_DOUBLE'
  return stringify(scalar, { lineWidth: 0 }).replace(/\n$/, '')
}

/**
 * Writes a scalar for the place of another one, in its style where that style can hold the value: plain text stays
 * plain unless YAML would read it as something else, quotes stay the same quotes. One line, whatever was typed.
 */
export function writeScalar(value: string | number | boolean | null, style: ScalarStyle): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  const line = value.replace(/[ \t]*\r?\n[ \t]*/g, ' ').trim()
  if (line === '') return style === 'QUOTE_SINGLE' ? "''" : '""'
  const plain = style === 'PLAIN' || style === 'BLOCK_FOLDED' || style === 'BLOCK_LITERAL'
  if (
    plain &&
    !/^[\s"'>|@`%&*!?#{}[\],-]/.test(line) &&
    !line.includes('---') &&
    readsBack(line, line)
  )
    return line
  const own = quoted(line, style)
  return readsBack(own, line) ? own : JSON.stringify(line)
}

/** A date is written as it is typed, so that it stays a date to the site. */
export function writeDate(value: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : writeScalar(value, 'PLAIN')
}
