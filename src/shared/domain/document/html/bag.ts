import { unmask } from '../mask.ts'
import type { Element } from './tree.ts'

/** A tag and its attributes as the source wrote them, in source order; values decoded. */
export interface Bag {
  readonly tag: string
  readonly attrs: readonly (readonly [string, string])[]
  /** A mark's second element of the same meaning, directly inside: `<strong><b>…</b></strong>`. */
  readonly inner?: Bag
}

/** Reads an element's bag, with template code put back into names and values. */
export function bagOf(element: Element, pieces: readonly string[]): Bag {
  return {
    tag: element.tagName,
    attrs: element.attrs.map((a) => [
      unmask(a.prefix ? `${a.prefix}:${a.name}` : a.name, pieces),
      unmask(a.value, pieces),
    ]),
  }
}

/** A bag with one attribute set, in place where it was, at the end where it was not, gone where `value` is null. */
export function withAttribute(bag: Bag, name: string, value: string | null): Bag {
  const at = bag.attrs.findIndex(([key]) => key === name)
  if (value === null) return at < 0 ? bag : { ...bag, attrs: bag.attrs.filter((_, i) => i !== at) }
  if (at < 0) return { ...bag, attrs: [...bag.attrs, [name, value]] }
  if (bag.attrs[at]?.[1] === value) return bag
  return { ...bag, attrs: bag.attrs.map((pair, i) => (i === at ? [name, value] : pair)) }
}

export function attributeIn(bag: Bag, name: string): string | null {
  return bag.attrs.find(([key]) => key === name)?.[1] ?? null
}

/** Whether two tags are written alike. */
export function sameBag(a: Bag | null, b: Bag | null): boolean {
  if (a === b) return true
  if (!a || !b || a.tag !== b.tag || a.attrs.length !== b.attrs.length) return false
  return (
    a.attrs.every(([key, value], i) => b.attrs[i]?.[0] === key && b.attrs[i]?.[1] === value) &&
    sameBag(a.inner ?? null, b.inner ?? null)
  )
}

export const escapeText = (text: string) =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\u00a0/g, '&nbsp;')

const escapeValue = (text: string) =>
  text
    .replace(/&/g, '&amp;')
    .replace(/"/g, '&quot;')
    .replace(/\u00a0/g, '&nbsp;')

const templateCode = /(\{%[^%]*(?:%(?!\})[^%]*)*%\}|\{\{[^}]*(?:\}(?!\})[^}]*)*\}\})/

/** Template code in a value stands as it is: its quotes are not the attribute's. */
function attributeText(value: string): string {
  return value
    .split(templateCode)
    .map((part, i) => (i % 2 === 1 ? part : escapeValue(part)))
    .join('')
}

const attribute = ([name, value]: readonly [string, string]) =>
  name.startsWith('{') ? ` ${name}` : ` ${name}="${attributeText(value)}"`

/** Writes a start tag. */
export function startTag(bag: Bag): string {
  return `<${bag.tag}${bag.attrs.map(attribute).join('')}>${bag.inner ? startTag(bag.inner) : ''}`
}

/** Writes an end tag. */
export function endTag(bag: Bag): string {
  return `${bag.inner ? endTag(bag.inner) : ''}</${bag.tag}>`
}
