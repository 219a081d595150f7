import { parseDocument } from 'yaml'
import { mayBeData, readDataHead } from './data-head.ts'
import { isYamlMap } from './yaml-map.ts'

/** The front-matter keys a page tree needs; all as text, dates as written, empty ones left out. */
export const headKeys = [
  'title',
  'permalink',
  'date',
  'layout',
  'variant',
  'third_nav_title',
  'file_url',
  'external',
] as const
export type HeadKey = (typeof headKeys)[number]
export type PageHead = Readonly<Partial<Record<HeadKey, string>>>

/** How much of a file is enough to read its head, in bytes. */
export const headBytes = 8192

const wanted: ReadonlySet<string> = new Set(headKeys)
const opening = /^\uFEFF?---[ \t]*\r?\n/
const closing = /^(?:---|\.\.\.)[ \t]*\r?$/m
const keyLine = /^([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(.*?))?[ \t]*\r?$/
/** A first character that begins anything but a plain or quoted scalar. */
const unusual = /^[&*!|>[{%@`?]/

/** The text between the fences, or null where the file does not begin with front matter. */
function frontText(text: string): string | null {
  const open = opening.exec(text)
  if (!open) return null
  const rest = text.slice(open[0].length)
  const close = closing.exec(rest)
  if (close) return rest.slice(0, close.index)
  return text.length >= headBytes / 4 ? rest : null
}

/** A scalar written on one line; undefined when only a YAML parser can tell its value. */
function simpleScalar(written: string): string | undefined {
  const quote = written[0]
  if (quote === '"' || quote === "'") {
    const end = written.indexOf(quote, 1)
    const rest = written.slice(end + 1)
    if (end < 0 || (rest !== '' && !/^[ \t]+#/.test(rest))) return undefined
    const inner = written.slice(1, end)
    return inner.includes('\\') ? undefined : inner
  }
  if (unusual.test(written) || written.startsWith('#'))
    return written.startsWith('#') ? '' : undefined
  const comment = /[ \t]#/.exec(written)
  const plain = comment ? written.slice(0, comment.index).trimEnd() : written
  return plain === '~' || /^null$/i.test(plain) ? '' : plain
}

function put(head: Record<string, string>, key: string, value: string): void {
  const text = value.trim()
  if (text === '') delete head[key]
  else head[key] = text
}

type LineKind = 'blank' | 'indented' | 'key' | 'other'

function lineKind(line: string): LineKind {
  if (line.startsWith('#') || line.trim() === '') return 'blank'
  if (/^[ \t]/.test(line)) return 'indented'
  return keyLine.test(line) || line.startsWith('-') ? 'key' : 'other'
}

/** Reads line by line; null when the block needs a YAML parser. */
function scan(front: string): Record<string, string> | null {
  const head: Record<string, string> = {}
  /** Whether an indented line would belong to a key that matters, or to none. */
  let matters = true
  for (const line of front.split('\n')) {
    const kind = lineKind(line)
    if (kind === 'other' || (kind === 'indented' && matters)) return null
    if (kind !== 'key') continue
    const [, key = '', written = ''] = keyLine.exec(line) ?? []
    matters = wanted.has(key)
    const value = matters ? simpleScalar(written) : ''
    if (value === undefined) return null
    if (matters) put(head, key, value)
  }
  return head
}

/** Every scalar stays the text it is written as (YAML's failsafe schema). */
function parseHead(front: string): Record<string, string> {
  const head: Record<string, string> = {}
  try {
    const parsed = parseDocument(front, {
      schema: 'failsafe',
      uniqueKeys: false,
      logLevel: 'silent',
    })
    const map: unknown = parsed.toJS({ maxAliasCount: 100 })
    if (!isYamlMap(map)) return head
    for (const key of headKeys) {
      const value = map[key]
      if (typeof value === 'string' && value !== '~' && value !== 'null') put(head, key, value)
    }
  } catch {
    // A block no parser can read: the page is listed by its file name.
  }
  return head
}

/**
 * Reads what the page tree needs from the beginning of a page's text (`headBytes` are enough), many times faster
 * than parsing it. Null where there is no front matter. Never throws; of a repeated key the last counts.
 */
export function readPageHead(text: string): PageHead | null {
  if (mayBeData(text)) return readDataHead(text, headKeys)
  const front = frontText(text)
  return front === null ? null : (scan(front) ?? parseHead(front))
}
