/** What stands before the names of a site's classes and ids, so that none of them is one of ours. */
export const siteName = (name: string): string => `site--${name}`

interface Piece {
  readonly text: string
  readonly isString: boolean
}

/** A selector as the browser writes it, in strings and what stands between them. */
const piecesOf = (selector: string): Piece[] =>
  selector
    .split(/("(?:[^"\\]|\\.)*")/)
    .map((text, i) => ({ text, isString: i % 2 === 1 }))
    .filter(({ text }) => text !== '')

/** Gives every class and id the name it has in the editor. */
const renamed = (selector: string): string =>
  piecesOf(selector)
    .map(({ text, isString }) =>
      isString
        ? text
        : text.replace(/(?<!\\)([.#])(?=[-_a-zA-Z\\\u0080-\uffff])/g, `$1${siteName('')}`),
    )
    .join('')

/** The selectors of a list, parted at the commas that are in no bracket and no string. */
export function selectorsOf(list: string): string[] {
  const found: string[] = []
  let depth = 0
  let now = ''
  for (const { text, isString } of piecesOf(list)) {
    if (isString) {
      now += text
      continue
    }
    for (const [i, sign] of [...text].entries()) {
      const isEscaped = text[i - 1] === '\\'
      if (!isEscaped && /[([]/.test(sign)) depth++
      if (!isEscaped && /[)\]]/.test(sign)) depth--
      if (sign === ',' && depth === 0 && !isEscaped) {
        found.push(now.trim())
        now = ''
      } else now += sign
    }
  }
  return [...found, now.trim()].filter((selector) => selector !== '')
}

const root = /^(?:html|body|:root)(?![\w-])(?:\s*[>\s]\s*body(?![\w-]))?/
const pseudoElement = /::[a-z-]+(?:\([^)]*\))?(?::[a-z-]+)?$/

/** One selector of a site, matching only inside `scope`, or `scope` itself where it means the whole page. */
function scopeOne(selector: string, scope: string): string {
  const pseudo = pseudoElement.exec(selector)?.[0] ?? ''
  const plain = selector.slice(0, selector.length - pseudo.length)
  const whole = root.exec(plain)?.[0] ?? ''
  const rest = plain.slice(whole.length)
  if (whole !== '' && rest.trim() === '') return `${scope}${pseudo}`
  // What is left of `body.home p` is a class on the page itself.
  const inside = whole === '' || /^[\s>]/.test(rest) ? rest.replace(/^[\s>]+/, '') : rest
  return `${scope} :is(${renamed(inside) || '*'})${pseudo}`
}

/** A list of selectors of a site's sheet, matching only inside `scope`. */
export const scopeSelector = (list: string, scope: string): string =>
  selectorsOf(list)
    .map((selector) => scopeOne(selector, scope))
    .join(', ')
