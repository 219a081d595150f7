import { withoutEntities } from './image-uses.ts'

/*
 * A drawing can mention a part of itself again and again, and such parts each other (SVG 2, 5.6 “use”; patterns, masks
 * and markers by `url(#…)`): a few hundred bytes then stand for millions of shapes, which no browser survives.
 */

/** Real drawings have some ten thousand shapes at most. */
const mostShapes = 250_000

/** Deeper than any program draws; it would only cost time. */
const mostDepth = 2000

/** A named element, or the whole: what is in it, and what that mentions. */
interface Part {
  shapes: number
  readonly inside: Part[]
  readonly mentions: string[]
}

const tag =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<(\/?)([a-z][^\s/<>]*)((?:"[^"]*"|'[^']*'|[^"'<>])*?)(\/?)>/gi
const named = /[\s"'/]id\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i
const mentioned = /(?:href\s*=\s*["']?\s*#([^"'\s>]+))|url\(\s*["']?#([^"')\s]+)/gi

const mentionsIn = (text: string): string[] =>
  [...withoutEntities(text).matchAll(mentioned)].map(([, use, url]) => use ?? url ?? '')

function idIn(attributes: string): string {
  const [, double, single, bare] = named.exec(attributes) ?? []
  return withoutEntities(double ?? single ?? bare ?? '')
}

const emptyPart = (): Part => ({ shapes: 0, inside: [], mentions: [] })

/** What is drawn itself; gradients and their colours are not, whatever a style sheet says of them. */
const drawn =
  /^(?:svg:)?(?:svg|g|a|use|symbol|path|rect|circle|ellipse|line|polyline|polygon|text|tspan|image)$/i
const classAttribute = /[\s"']class\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i

/** The rules of all style sheets, as selector and body. */
function rulesIn(text: string): readonly (readonly [selector: string, body: string])[] {
  const small = text.toLowerCase()
  const rules: (readonly [string, string])[] = []
  for (let at = small.indexOf('<style'); at >= 0; ) {
    const end = small.indexOf('</style', at)
    for (const one of text.slice(at, end < 0 ? undefined : end).split('}')) {
      const brace = one.lastIndexOf('{')
      if (brace >= 0) rules.push([one.slice(0, brace), one.slice(brace + 1)])
    }
    at = end < 0 ? -1 : small.indexOf('<style', end)
  }
  return rules
}

/** Whom a selector may mean: `.class` where it names classes, else `name` of elements, else `*`. */
function meant(selector: string): readonly string[] {
  const classes = selector.match(/\.[\w-]+/g)
  if (classes) return classes
  return selector.match(/(?<![\w#:-])[a-z][\w-]*/gi) ?? ['*']
}

/** What style sheets mention, by whom their rules mean. */
function styleMentions(text: string): ReadonlyMap<string, readonly string[]> {
  const mentions = new Map<string, string[]>()
  for (const [selector, body] of rulesIn(text)) {
    const ids = mentionsIn(body)
    if (ids.length === 0) continue
    for (const one of meant(selector)) mentions.set(one, [...(mentions.get(one) ?? []), ...ids])
  }
  return mentions
}

type Styles = ReturnType<typeof styleMentions>

function styledMentions(styles: Styles, name: string, attributes: string): readonly string[] {
  if (styles.size === 0 || !drawn.test(name)) return []
  const [, double, single, bare] = classAttribute.exec(attributes) ?? []
  const classes = (double ?? single ?? bare ?? '').split(/\s+/)
  const own = ['*', name, ...classes.map((one) => `.${one}`)]
  return own.flatMap((one) => styles.get(one) ?? [])
}

interface Drawing {
  readonly whole: Part
  readonly named: ReadonlyMap<string, Part>
}

/** A link leads somewhere; it draws nothing. */
const mentionsOf = (name: string, attributes: string) =>
  name === 'a' ? [] : mentionsIn(attributes)

interface Open {
  readonly name: string
  readonly part: Part
}

function close(open: Open[], name: string): void {
  const at = open.findLastIndex((one) => one.name === name)
  if (at >= 0) open.length = at
}

/** Null for what is nested too deep. */
function read(text: string): Drawing | null {
  const whole = emptyPart()
  const styles = styleMentions(text)
  const parts = new Map<string, Part>()
  const open: Open[] = []
  for (const [, closing, name = '', attributes = '', empty] of text.matchAll(tag)) {
    if (closing) close(open, name)
    if (closing || name === '') continue
    const around = open.at(-1)?.part ?? whole
    const id = idIn(attributes)
    const part = id === '' ? around : emptyPart()
    if (part !== around) around.inside.push(part)
    if (id !== '' && !parts.has(id)) parts.set(id, part)
    part.shapes += 1
    part.mentions.push(...mentionsOf(name, attributes), ...styledMentions(styles, name, attributes))
    if (!empty) open.push({ name, part })
    if (open.length > mostDepth) return null
  }
  return { whole, named: parts }
}

/**
 * Whether a drawing (SVG, alone or inside a page) comes to more shapes than a window can draw. What mentions itself, and
 * entities that hold elements, count as too many: no drawing program writes them.
 */
export function isHeavyDrawing(text: string): boolean {
  if (/<!ENTITY[^>]*["'][^"'>]*(?:<|&#)/i.test(text)) return true
  const drawing = read(text)
  if (!drawing) return true
  const known = new Map<Part, number>()
  const under = new Set<Part>()
  const shapesOf = (part: Part): number => {
    const before = known.get(part)
    if (before !== undefined) return before
    if (under.has(part) || under.size > mostDepth) return Number.POSITIVE_INFINITY
    under.add(part)
    let shapes = part.shapes
    for (const other of [...part.inside, ...part.mentions.map((id) => drawing.named.get(id))])
      if (other && shapes <= mostShapes) shapes += shapesOf(other)
    under.delete(part)
    known.set(part, shapes)
    return shapes
  }
  return shapesOf(drawing.whole) > mostShapes
}
