import { parseFragment } from 'parse5'
import { isElement, isSpace, isText } from './tree.ts'

/** A piece of inline HTML: as written, and a key that is equal for pieces that mean the same. */
export interface Token {
  readonly raw: string
  readonly key: string
}

const pattern =
  /<!--[\s\S]*?-->|<\/?[a-zA-Z][^\s>/]*(?:"[^"]*"|'[^']*'|[^>"'])*>|\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}|[ \t\r\n\f]+|&(?:#\d+|#[xX][\da-fA-F]+|[a-zA-Z][a-zA-Z\d]*);?|[\p{L}\p{N}\p{M}]+|[^ \t\r\n\f]/gu

/** The characters that a piece of text stands for, its entities decoded. */
export function decode(text: string): string {
  if (!text.includes('&')) return text
  const nodes = parseFragment(text.replace(/</g, '&lt;')).childNodes
  return nodes.map((n) => (isText(n) ? n.value : '')).join('')
}

const tagKeys = new Map<string, string>()

function tagKey(raw: string): string {
  const known = tagKeys.get(raw)
  if (known !== undefined) return known
  const name = /^<(\/?)([a-zA-Z][^\s>/]*)/.exec(raw)
  let key = raw
  if (name?.[1]) key = `</${name[2]?.toLowerCase()}`
  else {
    const [element] = parseFragment(raw).childNodes
    if (element && isElement(element))
      key = `<${element.tagName}${element.attrs
        .map((a) => ` ${a.name}=${a.value}`)
        .sort()
        .join('')}`
  }
  if (tagKeys.size > 5000) tagKeys.clear()
  tagKeys.set(raw, key)
  return key
}

function keyOf(raw: string): string {
  if (isSpace(raw)) return ' '
  if (raw.startsWith('<!--')) return raw
  if (raw.length > 1 && raw.startsWith('<')) return tagKey(raw)
  if (raw.length > 1 && raw.startsWith('{')) return raw
  return `T${decode(raw)}`
}

const isWord = (key: string) => /^T[\p{L}\p{N}\p{M}]+$/u.test(key)

/** A letter written as an entity is a part of its word: `caf&eacute;s`, `40&micro;g`. */
const continues = (last: Token | undefined, { raw, key }: Token): last is Token =>
  last !== undefined &&
  (raw.startsWith('&') || last.raw.endsWith(';')) &&
  isWord(key) &&
  isWord(last.key)

/** Splits inline HTML into words, white space, tags, comments and template code; white space at `<br>` belongs to it. */
export function tokenize(html: string): Token[] {
  const out: Token[] = []
  let pending = ''
  for (const [raw] of html.matchAll(pattern)) {
    const key = keyOf(raw)
    const last = out.at(-1)
    if (key === ' ') {
      if (last?.key === '<br' && pending === '')
        out[out.length - 1] = { raw: last.raw + raw, key: '<br' }
      else pending += raw
      continue
    }
    if (key === '<br') out.push({ raw: pending + raw, key })
    else if (pending === '' && continues(last, { raw, key }))
      out[out.length - 1] = { raw: last.raw + raw, key: last.key + key.slice(1) }
    else {
      if (pending !== '') out.push({ raw: pending, key: ' ' })
      out.push({ raw, key })
    }
    pending = ''
  }
  if (pending !== '') out.push({ raw: pending, key: ' ' })
  return out
}
