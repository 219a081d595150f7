import { withoutEntities } from './image-uses.ts'

/** What draws; everything else (scripts, pages inside, other programs' notes) is left out with what is in it. */
const drawing = new Set(
  `svg g defs symbol use title desc a switch view path rect circle ellipse line polyline polygon text tspan textpath tref
  image marker lineargradient radialgradient meshgradient stop pattern clippath mask filter style animate animatemotion
  animatetransform animatecolor set mpath feblend fecolormatrix fecomponenttransfer fecomposite feconvolvematrix
  fediffuselighting fedisplacementmap fedistantlight fedropshadow feflood fefunca fefuncb fefuncg fefuncr fegaussianblur
  feimage femerge femergenode femorphology feoffset fepointlight fespecularlighting fespotlight fetile feturbulence`.split(
    /\s+/,
  ),
)

const localName = (name: string) => name.slice(name.indexOf(':') + 1).toLowerCase()
const ownImage = /^data:image\/(?:png|jpe?g|gif|webp);base64,/i

/** As a browser reads an address: entities taken back, white space and control characters gone. */
const addressOf = (value: string) => withoutEntities(value).replace(/[\s\p{Cc}]/gu, '')

function isOwnAddress(value: string, isLink: boolean): boolean {
  const address = addressOf(value)
  if (address === '' || address.startsWith('#') || ownImage.test(address)) return true
  return isLink && /^(?:https?:\/\/|mailto:|\/(?!\/)|\.\.?\/)/i.test(address)
}

/** Styles without addresses of others; null where they may hide one. */
function cleanStyle(style: string): string | null {
  const plain = withoutEntities(style).replace(/\/\*[\s\S]*?\*\//g, '')
  if (/\\|expression\s*\(|javascript:|-moz-binding|behavior\s*:/i.test(plain)) return null
  const outside =
    /@import|url\(\s*["']?(?!\s*["']?(?:#|data:image\/(?:png|jpe?g|gif|webp);base64,))/i
  if (!outside.test(plain)) return style
  const without = plain
    .replace(/@import[^;]*;?/gi, '')
    .replace(/url\(\s*(?:"[^"]*"|'[^']*'|[^)"']*)\s*\)/gi, (all) =>
      outside.test(all) ? 'none' : all,
    )
  return outside.test(without) ? null : without
}

interface Tag {
  readonly name: string
  readonly text: string
  readonly closing: boolean
  readonly empty: boolean
}

const attribute = /\s+([^\s=/>"'<]+)\s*=\s*("[^"<]*"|'[^'<]*')/y

function keepsAttribute(element: string, name: string, value: string): boolean {
  const local = localName(name)
  if (local.startsWith('on') || name.toLowerCase() === 'xml:base') return false
  if (local === 'href' || local === 'src') return isOwnAddress(value, element === 'a')
  if (local === 'attributename') return !/href|^on|^style$/i.test(localName(addressOf(value)))
  if (name.toLowerCase().startsWith('xmlns')) return true
  const isStyle = local === 'style' || /url\(|@import/i.test(withoutEntities(value))
  return isStyle ? cleanStyle(value) === value : !/javascript:/i.test(addressOf(value))
}

/** One start tag with the attributes that may stay; null where it is not well formed. */
function readStart(text: string, at: number): { readonly tag: Tag; readonly end: number } | null {
  const name = /^<([A-Za-z_][\w.:-]*)/.exec(text.slice(at, at + 200))?.[1]
  if (name === undefined) return null
  const element = localName(name)
  const kept: string[] = []
  let end = at + 1 + name.length
  let dead = false
  for (;;) {
    attribute.lastIndex = end
    const match = attribute.exec(text)
    if (!match) break
    const [all, own = '', value = ''] = match
    if (keepsAttribute(element, own, value.slice(1, -1))) kept.push(all)
    else if (localName(own) === 'attributename') dead = true
    end += all.length
  }
  const close = /^\s*(\/?)>/.exec(text.slice(end, end + 200))
  if (!close) return null
  return {
    end: end + close[0].length,
    tag: {
      name: dead ? 'script' : name,
      text: `<${name}${kept.join('')}${close[0]}`,
      closing: false,
      empty: close[1] === '/',
    },
  }
}

/** The declarations' own short forms (Illustrator's) written out; null where they hold more than plain words. */
function withoutDoctype(source: string): string | null {
  const doctype = /<!DOCTYPE[^>[]*(?:\[([^\]]*)\]\s*)?>/i.exec(source)
  if (!doctype) return /<!(?:DOCTYPE|ENTITY)/i.test(source) ? null : source
  const entities = new Map<string, string>()
  for (const [, name = '', value = ''] of (doctype[1] ?? '').matchAll(
    /<!ENTITY\s+([\w.-]+)\s+"([^"<&%]*)"\s*>/g,
  ))
    entities.set(name, value)
  const rest = source.slice(0, doctype.index) + source.slice(doctype.index + doctype[0].length)
  if (/<!(?:DOCTYPE|ENTITY)/i.test(rest)) return null
  return rest.replace(/&([\w.-]+);/g, (all, name: string) => entities.get(name) ?? all)
}

class Cleaner {
  private readonly out: string[] = []
  private readonly open: string[] = []
  /** How deep inside something left out; 0 outside. */
  private hidden = 0
  private style: string[] | null = null
  /** How many elements are open around the style that is being read. */
  private aroundStyle = 0
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  private put(text: string): void {
    if (this.hidden > 0) return
    if (this.style) this.style.push(text)
    else this.out.push(text)
  }

  /** Reads on from a `<`; answers where it ends, -1 where it is not well formed. */
  private markup(at: number): number {
    const { text } = this
    if (text.startsWith('<!--', at)) return this.until('-->', at)
    if (text.startsWith('<![CDATA[', at)) {
      const end = this.until(']]>', at)
      if (end > 0) this.put(text.slice(at, end))
      return end
    }
    if (text.startsWith('<?', at)) {
      const end = this.until('?>', at)
      if (end > 0 && /^<\?xml\s/i.test(text.slice(at, at + 6)) && this.open.length === 0)
        this.put(text.slice(at, end))
      return end
    }
    if (text.startsWith('</', at)) return this.endTag(at)
    const start = readStart(text, at)
    if (!start) return -1
    this.startTag(start.tag)
    return start.end
  }

  private until(mark: string, at: number): number {
    const end = this.text.indexOf(mark, at)
    return end < 0 ? -1 : end + mark.length
  }

  private startTag({ name, text, empty }: Tag): void {
    const local = localName(name)
    if (this.hidden > 0 || !drawing.has(local)) {
      if (!empty) this.hidden += 1
    } else {
      this.put(text)
      if (local === 'style' && !empty && !this.style) {
        this.style = []
        this.aroundStyle = this.open.length
      }
    }
    if (!empty) this.open.push(name)
  }

  private endTag(at: number): number {
    const match = /^<\/([A-Za-z_][\w.:-]*)\s*>/.exec(this.text.slice(at, at + 200))
    const opened = this.open.pop()
    if (!match || opened === undefined) return -1
    if (opened !== match[1] && opened !== 'script') return -1
    // Elements inside of a style, left out or not, do not end it.
    if (this.style && this.open.length === this.aroundStyle) {
      const style = cleanStyle(this.style.join(''))
      this.style = null
      this.put(style ?? '')
    }
    if (this.hidden > 0) this.hidden -= 1
    else this.put(match[0])
    return at + match[0].length
  }

  clean(): string | null {
    const { text } = this
    for (let at = 0; at < text.length; ) {
      const next = text.indexOf('<', at)
      this.put(text.slice(at, next < 0 ? text.length : next))
      if (next < 0) break
      at = this.markup(next)
      if (at < 0) return null
    }
    return this.open.length === 0 ? this.out.join('') : null
  }
}

/**
 * An SVG drawing without scripts, pages inside it, and addresses of others; what draws keeps its characters. Null where
 * it is not well formed, so that nobody can tell what a browser would make of it.
 */
export function cleanSvg(source: string): string | null {
  const plain = withoutDoctype(source)
  if (plain === null || !/<(?:\w+:)?svg[\s>]/i.test(plain)) return null
  return new Cleaner(plain).clean()
}
