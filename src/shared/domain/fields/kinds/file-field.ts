import type { Finding } from '../../site/name-rules.ts'
import { emptyFindings, type FieldContext, type FieldKind } from '../field-kind.ts'
import { textField } from './text-field.ts'

const isElsewhere = (text: string) => /^(?:[a-z][a-z+.-]*:)?\/\//i.test(text)

/** The file of the site a value names: without leading slash, query, fragment and percent-encoding. */
function filePathOf(text: string): string | null {
  const plain = text
    .trim()
    .replace(/[?#].*$/s, '')
    .replace(/^\/+/, '')
  if (plain === '' || isElsewhere(text.trim())) return null
  try {
    return decodeURIComponent(plain)
  } catch {
    return plain
  }
}

function missing(text: string, what: string, context: FieldContext): Finding[] {
  const path = filePathOf(text)
  if (path === null || !context.hasFile || context.hasFile(path)) return []
  return [{ level: 'warning', text: `There is no such ${what} in this site.` }]
}

function fileField(what: string): FieldKind {
  return {
    ...textField,
    check: (text, context) => [...emptyFindings(text, context), ...missing(text, what, context)],
  }
}

/** An image of the site, as a path from its root. */
export const imageField: FieldKind = fileField('image')

/** A document of the site, as a path from its root. */
export const documentField: FieldKind = fileField('document')
