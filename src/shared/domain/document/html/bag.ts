import { unmask } from '../mask.ts'
import type { Element } from './tree.ts'

/** A tag and its attributes as the source wrote them, in source order; values decoded. */
export interface Bag {
  readonly tag: string
  readonly attrs: readonly (readonly [string, string])[]
}

/** Reads an element's bag, with template code put back into the values. */
export function bagOf(element: Element, pieces: readonly string[]): Bag {
  return {
    tag: element.tagName,
    attrs: element.attrs.map((a) => [
      a.prefix ? `${a.prefix}:${a.name}` : a.name,
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

export const sameBag = (a: Bag, b: Bag) => JSON.stringify(a) === JSON.stringify(b)

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

/** Template code in a value stands as it is: its quotes are not the attribute's. */
function attributeText(value: string): string {
  return value
    .split(/(\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\})/)
    .map((part, i) => (i % 2 === 1 ? part : escapeValue(part)))
    .join('')
}

/** Writes a start tag. */
export function startTag(bag: Bag): string {
  return `<${bag.tag}${bag.attrs.map(([name, value]) => ` ${name}="${attributeText(value)}"`).join('')}>`
}
