/** How far a long task is; `total` is null where nobody knows. */
export type Progress = (done: number, total: number | null, words: string) => void

interface Stage {
  readonly git: RegExp
  readonly words: string
  /** The part of the whole, in hundredths, that this stage takes on most sites. */
  readonly from: number
  readonly to: number
}

const stages: readonly Stage[] = [
  { git: /^remote: Counting objects/, words: 'Counting', from: 0, to: 3 },
  { git: /^remote: Compressing objects/, words: 'Preparing', from: 3, to: 6 },
  { git: /^Receiving objects/, words: 'Receiving', from: 6, to: 80 },
  { git: /^Resolving deltas/, words: 'Unpacking', from: 80, to: 88 },
  { git: /^Updating files/, words: 'Writing files', from: 88, to: 100 },
]

const units: Readonly<Record<string, number>> = {
  bytes: 1,
  KiB: 1024,
  MiB: 1024 ** 2,
  GiB: 1024 ** 3,
}

/** `12.31 MiB` as people say it. */
function sizeIn(line: string): string {
  const [, amount, unit = ''] = /, ([\d.]+) (bytes|KiB|MiB|GiB)\b/.exec(line) ?? []
  if (amount === undefined) return ''
  const bytes = Number(amount) * (units[unit] ?? 1)
  if (bytes < 100_000) return ''
  if (bytes < 1e9) return ` (${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB)`
  return ` (${(bytes / 1e9).toFixed(1)} GB)`
}

/** Reads what git says while it clones, in pieces cut anywhere, and tells it in words; it never goes back. */
export function cloneProgress(progress: Progress): (text: string) => void {
  let rest = ''
  let last = ''
  let furthest = 0
  function read(line: string): void {
    const stage = stages.find(({ git }) => git.test(line))
    const percent = Number(/: +(\d{1,3})%/.exec(line)?.[1] ?? Number.NaN)
    if (!stage || Number.isNaN(percent)) return
    const words = `${stage.words} ${percent} %${sizeIn(line)}`
    const done = stage.from + ((stage.to - stage.from) * Math.min(percent, 100)) / 100
    furthest = Math.max(furthest, Math.round(done))
    if (words !== last) progress(furthest, 100, words)
    last = words
  }
  return (text) => {
    const lines = (rest + text).split(/[\r\n]+/)
    rest = lines.pop()?.slice(-1000) ?? ''
    lines.forEach(read)
  }
}
