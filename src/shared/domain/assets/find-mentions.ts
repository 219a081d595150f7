import { assetExtensions } from './asset-types.ts'

/**
 * A place in a text where the name of some image or document ends, with what stands before it on the way to the
 * nearest character that no address holds. Which file is meant depends on the site's files: see `resolveMention`.
 */
export interface Mention {
  /** Where `window` begins in the text. */
  readonly at: number
  /** Ends right behind the name. */
  readonly window: string
}

/** No address in a page is longer. */
const longest = 1024
const mostLines = 3
const hardStops = new Set([...'"<>`\0'].map((character) => character.charCodeAt(0)))
const newLine = 10
/** The name goes on: it is not the file that it seemed to be so far. */
const goesOn = /^(?:[\p{L}\p{N}_-]|\.[\p{L}\p{N}]|%[0-9a-fA-F]{2}|\/[\p{L}\p{N}_])/u

/** A value may go on over line ends, but only on indented lines (YAML), and never over an empty one. */
function joinsLines(text: string, lineEnd: number): boolean {
  const next = text[lineEnd + 1]
  const previous = text[lineEnd - 1] === '\r' ? text[lineEnd - 2] : text[lineEnd - 1]
  return (next === ' ' || next === '\t') && previous !== '\n' && previous !== undefined
}

const dotted = /\.[a-z0-9]+/gi

function windowStart(text: string, end: number): number {
  const least = Math.max(0, end - longest)
  let lines = 0
  for (let at = end - 1; at >= least; at--) {
    const code = text.charCodeAt(at)
    if (hardStops.has(code)) return at
    if (code !== newLine) continue
    lines += 1
    if (lines > mostLines || !joinsLines(text, at)) return at
  }
  // Not in the middle of a character.
  return /[\uDC00-\uDFFF]/.test(text[least] ?? '') ? least + 1 : least
}

/** What finds mentions of files with the usual endings and these. */
export function mentionFinder(moreExtensions: Iterable<string> = []) {
  const extensions = new Set([...assetExtensions, ...moreExtensions])
  return (text: string): readonly Mention[] => {
    const found: Mention[] = []
    for (const match of text.matchAll(dotted)) {
      const end = endOf(text, match, extensions)
      if (end === null) continue
      const at = windowStart(text, end)
      found.push({ at, window: text.slice(at, end) })
    }
    return found
  }
}

/** Where the name ends; null where this is no ending, or the name goes on. */
function endOf(text: string, match: RegExpExecArray, extensions: ReadonlySet<string>) {
  if (!extensions.has(match[0].slice(1).toLowerCase())) return null
  const end = match.index + match[0].length
  return goesOn.test(text.slice(end, end + 4)) ? null : end
}
