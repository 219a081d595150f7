import { scanJson } from './scan-json.ts'

/** A file cut into its parts; `bom + front + body` is the file. */
export interface FileParts {
  readonly bom: string
  /** The front matter with both fences and the line end behind them; `''` where there is none. */
  readonly front: string
  readonly body: string
}

const fences = [
  { open: /^---[ \t]*\r?\n/, close: /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/ },
  { open: /^\+\+\+[ \t]*\r?\n/, close: /^\+\+\+[ \t]*(?:\r?\n|$)/ },
]

/** Where the block that starts at 0 ends, or -1. */
function endOfBlock(text: string, close: RegExp, from: number): number {
  for (let at = from; at <= text.length; ) {
    const next = text.indexOf('\n', at)
    const stop = next < 0 ? text.length : next + 1
    if (close.test(text.slice(at, stop))) return stop
    if (next < 0) return -1
    at = stop
  }
  return -1
}

/** Where a JSON object at the start of a page ends, its line end included; 0 where there is none. */
function endOfJson(text: string): number {
  if (!/^\{\s*["}]/.test(text)) return 0
  try {
    const { end } = scanJson(text, 0)
    const line = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end))
    return line ? end + line[0].length : 0
  } catch {
    // Braces of something else: template code, a drawing.
    return 0
  }
}

/** Cuts a page's text into byte-order mark, front matter and body, as Jekyll and Hugo do. */
export function splitFront(text: string): FileParts {
  const bom = text.startsWith('\uFEFF') ? '\uFEFF' : ''
  const rest = text.slice(bom.length)
  for (const { open, close } of fences) {
    const start = open.exec(rest)
    if (!start) continue
    const end = endOfBlock(rest, close, start[0].length)
    if (end > 0) return { bom, front: rest.slice(0, end), body: rest.slice(end) }
  }
  const end = endOfJson(rest)
  return { bom, front: rest.slice(0, end), body: rest.slice(end) }
}
