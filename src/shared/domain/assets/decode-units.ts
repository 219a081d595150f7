/** One character of an address, with the way it is written. */
export interface Unit {
  readonly character: string
  /** As it stands in the text: `a`, `%20`, `&amp;`, `\/`, or a line end with its indentation. */
  readonly written: string
  /** Where it begins in the window. */
  readonly at: number
}

const entities = new Map(
  Object.entries({
    amp: '&',
    quot: '"',
    apos: "'",
    lt: '<',
    gt: '>',
  }),
)
const entity = /^&(?:(amp|quot|apos|lt|gt)|#(\d{1,7})|#x([0-9a-f]{1,6}));/i
const escaped = /^\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|([^\sa-zA-Z0-9]| ))/i
const lineEnd = /^[ \t]*\r?\n[ \t]*/

type Decoded = readonly [character: string, length: number]

function percentAt(text: string, at: number): Decoded | null {
  const lead = Number.parseInt(text.slice(at + 1, at + 3), 16)
  if (!/^[0-9a-f]{2}$/i.test(text.slice(at + 1, at + 3)) || lead === 0) return null
  const count = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  try {
    const length = count * 3
    return [decodeURIComponent(text.slice(at, at + length)), length]
  } catch {
    return null
  }
}

function fromCode(code: number): string | null {
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : null
}

function entityAt(text: string, at: number): Decoded | null {
  const match = entity.exec(text.slice(at, at + 12))
  if (!match) return null
  const [all, name, decimal, hex] = match
  const character =
    name === undefined
      ? fromCode(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal))
      : (entities.get(name.toLowerCase()) ?? null)
  return character === null ? null : [character, all.length]
}

function escapeAt(text: string, at: number): Decoded | null {
  const match = escaped.exec(text.slice(at, at + 6))
  if (!match) return null
  const [all, long, short, plain] = match
  const character = plain ?? fromCode(Number.parseInt(long ?? short ?? '', 16))
  return character === null ? null : [character, all.length]
}

function decodedAt(text: string, at: number): Decoded {
  const first = text[at] ?? ''
  if (first === '%') return percentAt(text, at) ?? ['%', 1]
  if (first === '&') return entityAt(text, at) ?? ['&', 1]
  if (first === '\\') return escapeAt(text, at) ?? ['\\', 1]
  // YAML's way to write an apostrophe between apostrophes.
  if (first === "'" && text[at + 1] === "'") return ["'", 2]
  if (/[ \t\r\n]/.test(first)) {
    const fold = lineEnd.exec(text.slice(at, at + 200))
    if (fold) return [' ', fold[0].length]
  }
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
  return [character, character.length]
}

/** Reads a window character by character, taking back every way of writing one that pages, styles and data use. */
export function decodeUnits(window: string): readonly Unit[] {
  const units: Unit[] = []
  for (let at = 0; at < window.length; ) {
    const [character, length] = decodedAt(window, at)
    units.push({ character, written: window.slice(at, at + length), at })
    at += length
  }
  return units
}
