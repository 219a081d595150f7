/** What may stand before a block on its line: quote marks, signs of lists and notes. */
export const containerStart =
  /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)]|\[\^[^\]\s]+\]:)(?=[ \t])))*[ \t]*/

const fenceStart = /^(`{3,}(?=[^`]*$)|~{3,})/

interface Fence {
  readonly sign: string
  readonly from: number
  /** The indent of the list item it stands in, and whether it stands in a quote. */
  readonly indent: number
  readonly quoted: boolean
}

const indentOf = (line: string) => (/^[ \t]*/.exec(line)?.[0] ?? '').replace(/\t/g, '    ').length

/** Whether a line is outside of the list item or quote in which a fence was opened. */
const leaves = (fence: Fence, line: string) =>
  line.trim() !== '' && (fence.quoted ? !/^[ \t]*>/.test(line) : indentOf(line) < fence.indent)

/** The indent of what stands in an item or note that starts with these signs. */
export const contentIndent = (head: string): number =>
  head.replace(/\[\^[^\]]*\]:[ \t]*/, '    ').replace(/\t/g, '    ').length

class FenceScan {
  readonly out: (readonly [number, number])[] = []
  private fence: Fence | null = null
  private itemIndent = 0

  line(line: string, at: number, stop: number) {
    const head = containerStart.exec(line)?.[0] ?? ''
    const rest = line.slice(head.length)
    if (this.fence && leaves(this.fence, line)) this.close(at)
    if (!this.fence) this.open(head, rest, { line, at })
    else if (rest.startsWith(this.fence.sign) && /^[`~]+\s*$/.test(rest)) this.close(stop)
  }

  close(end: number) {
    if (this.fence) this.out.push([this.fence.from, end])
    this.fence = null
  }

  private open(head: string, rest: string, { line, at }: { line: string; at: number }) {
    if (/[^\s>]/.test(head)) this.itemIndent = contentIndent(head)
    else if (line.trim() !== '' && indentOf(line) < this.itemIndent) this.itemIndent = 0
    const sign = fenceStart.exec(rest)?.[0]
    if (sign) this.fence = { sign, from: at, indent: this.itemIndent, quoted: head.includes('>') }
  }
}

/** The blocks of fenced code in a text, from line to line, in order. */
export function fencedRanges(text: string): readonly (readonly [number, number])[] {
  const scan = new FenceScan()
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf('\n', at)
    const stop = newline < 0 ? text.length : newline
    scan.line(text.slice(at, stop).replace(/\r$/, ''), at, stop)
    at = stop + 1
  }
  scan.close(text.length)
  return scan.out
}
