/** Attributes in the order they were written. */
export type Attributes = readonly (readonly [string, string])[]

const part =
  /\s*(?:\.([\w-]+)|#([\w:.-]+)|([a-zA-Z_][\w:.-]*)=(?:"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'))(?=[\s.#}]|$)/y

const unescaped = (value: string) => value.replace(/\\(.)/g, '$1')

/** Reads a kramdown attribute list, `{: .class #id key="value"}`; null where it says anything else. */
export function readAttributeList(written: string): Attributes | null {
  const inside = /^\{:\s*([\s\S]*?)\s*\}$/.exec(written.trim())?.[1]
  if (inside === undefined) return null
  const out: [string, string][] = []
  const set = (name: string, value: string) => {
    const known = out.find(([key]) => key === name)
    if (!known) out.push([name, value])
    else known[1] = name === 'class' ? `${known[1]} ${value}` : value
  }
  part.lastIndex = 0
  while (part.lastIndex < inside.length) {
    const match = part.exec(inside)
    if (!match) return null
    const [, name, id, key, double, single] = match
    if (name !== undefined) set('class', name)
    else if (id !== undefined) set('id', id)
    else if (key !== undefined) set(key, unescaped(double ?? single ?? ''))
  }
  return out
}

const plainName = /^[\w-]+$/

function writePart([name, value]: readonly [string, string]): string {
  const names = value.split(' ')
  if (name === 'class' && names.every((n) => plainName.test(n)))
    return names.map((n) => `.${n}`).join(' ')
  if (name === 'id' && plainName.test(value)) return `#${value}`
  return `${name}="${value.replace(/["\\]/g, '\\$&')}"`
}

/** Writes attributes as kramdown does; null where a list cannot hold them. */
export function writeAttributeList(attributes: Attributes): string | null {
  const written = `{: ${attributes.map(writePart).join(' ')}}`
  if (/[\n\r]|\{[{%]/.test(written) || written.slice(0, -1).includes('}')) return null
  const again = readAttributeList(written)
  return again && JSON.stringify(again) === JSON.stringify(attributes) ? written : null
}
