/** Where text is about to be written, for what must be escaped there. */
export interface EscapePlace {
  /** At the start of a line. */
  readonly lineStart: boolean
  readonly cell: boolean
  /** Escape whatever could mean something, not only what is likely to. */
  readonly all: boolean
}

const everything = /[\\.*_+`<>()[\]{}#!:|"'$=~-]/g
const entities = /&(?=#?\w+;)/g

/** `{{` and `{%` start template code even behind a backslash. */
const templates = (text: string) => text.replace(/\{(?=[{%])/g, '&#123;')

function escapeLikely(text: string): string {
  return templates(
    text
      .replace(/\\(?=[!-/:-@[-`{-~]|$)/g, '\\\\')
      .replace(entities, '&amp;')
      .replace(/[*`[\]]/g, '\\$&')
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      .replace(/<(?=[a-zA-Z/!?]|$)/g, '\\<')
      .replace(/~(?=~)|(?<=~)~/g, '\\~')
      .replace(/\$(?=\$)|(?<=\$)\$/g, '\\$')
      .replace(/\{(?=:)/g, '\\{')
      .replace(/!$/, '\\!'),
  )
}

function escapeAll(text: string): string {
  return templates(text)
    .split('&#123;')
    .map((part) => part.replace(/&/g, '&amp;').replace(everything, '\\$&'))
    .join('&#123;')
}

const blockStart = /^(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$)|[-=]+\s*$|-{3,}|={3,}|\||:|~{3,})/

/** Text as Markdown, so that it reads back as itself. */
export function escapeText(text: string, place: EscapePlace): string {
  let out = (place.all ? escapeAll(text) : escapeLikely(text)).replace(/\u00a0/g, '&nbsp;')
  if (place.lineStart && !place.all)
    out = out.replace(blockStart, '\\$&').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
  if (place.cell) out = out.replace(/(?<!\\)\|/g, '\\|')
  return out
}

const balanced = (address: string) => {
  let depth = 0
  for (const c of address) {
    if (c === '(') depth++
    if (c === ')' && --depth < 0) return false
  }
  return depth === 0
}

const templateCode = /\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}/g

/** An address and title as they stand in the brackets of a link or picture. */
export function destination(url: string, title: string | null): string {
  const bare = url.replace(templateCode, '')
  const safe =
    bare === url ? url.replace(entities, '&amp;').replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\') : url
  const needsBrackets = /[\s<>]/.test(bare) || !balanced(bare)
  const written = needsBrackets
    ? `<${safe.replace(/\r?\n/g, '%0A').replace(/[<>]/g, '\\$&')}>`
    : safe
  if (title === null) return written
  const quoted = title
    .replace(entities, '&amp;')
    .replace(/["\\]/g, '\\$&')
    .replace(/\s*\n\s*/g, ' ')
  return `${written || '<>'} "${quoted}"`
}
