/** How a file writes what can be written in several ways; new text follows it. */
export interface FileStyle {
  readonly emphasis: '*' | '_'
  readonly strong: '**' | '__'
  readonly bullet: '-' | '*' | '+'
  readonly delimiter: '.' | ')'
  readonly hardBreak: '  ' | '\\' | '<br>'
  readonly fence: '`' | '~'
  /** The file uses kramdown's attribute lists. */
  readonly attributeLists: boolean
  /** The file has definition lists in kramdown's form. */
  readonly definitions: boolean
  /** Lines are broken at about this column; 0 for never. */
  readonly width: number
}

type Counted =
  | 'definitions'
  | 'emphasis'
  | 'strong'
  | 'bullet'
  | 'delimiter'
  | 'hardBreak'
  | 'fence'
  | 'list'

/** Counts the ways in which a file writes things while it is read. */
export class StyleCount {
  private readonly counts = new Map<string, number>()

  count(what: Counted, way: string): void {
    const key = `${what} ${way}`
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1)
  }

  private top<T extends string>(what: Counted, ways: readonly [T, ...T[]]): T {
    const times = (way: T) => this.counts.get(`${what} ${way}`) ?? 0
    return ways.reduce((best, way) => (times(way) > times(best) ? way : best), ways[0])
  }

  style(src: string): FileStyle {
    return {
      emphasis: this.top('emphasis', ['*', '_']),
      strong: this.top('strong', ['**', '__']),
      bullet: this.top('bullet', ['-', '*', '+']),
      delimiter: this.top('delimiter', ['.', ')']),
      hardBreak: this.top('hardBreak', ['  ', '\\', '<br>']),
      fence: this.top('fence', ['`', '~']),
      attributeLists: this.counts.has('list yes'),
      definitions: this.counts.has('definitions yes'),
      width: wrapWidth(src),
    }
  }
}

/** The column at which a file breaks its lines: one whose paragraphs run over lines and are none of them long. */
export function wrapWidth(src: string): number {
  let [long, broken] = [0, 0]
  const lines = src.split('\n')
  lines.forEach((line, i) => {
    if (line.length > 100) long++
    else if (line.length > 55 && /^[^\s#>|*+<-]/.test(lines[i + 1] ?? '')) broken++
  })
  return broken > 2 && broken > 2 * long ? 80 : 0
}
