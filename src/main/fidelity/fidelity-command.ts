import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import {
  type Counts,
  isFaithful,
  type Totals,
} from '../../shared/domain/document/fidelity/totals.ts'
import { type Fault, measureFolder } from './measure-folder.ts'
import { type HistoryTotals, measureHistory } from './measure-history.ts'

const usage = `npm run --silent fidelity -- FOLDER [--json] [--all] [--history]

Opens every page under FOLDER as the editor does, saves it unedited, then with one word edited in a block of
each kind, and tells what changed in the file. Nothing is written.

  --json     one JSON object instead of a report
  --all      edits every block with words in it
  --history  in a repository, also saves each old version of each page towards its next one`

const flags = ['--json', '--all', '--history']

interface Wanted {
  readonly folder: string
  readonly json: boolean
  readonly all: boolean
  readonly history: boolean
}

/** Reads the command line; a sentence where it cannot be followed. */
function wantedBy(args: readonly string[]): Wanted | string {
  const folders = args.filter((arg) => !arg.startsWith('--'))
  const unknown = args.find((arg) => arg.startsWith('--') && !flags.includes(arg))
  if (unknown !== undefined) return `There is no option ${unknown}.\n\n${usage}`
  const [folder, ...more] = folders
  if (folder === undefined || more.length > 0) return usage
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return `There is no folder ${folder}.`
  const has = (flag: string) => args.includes(flag)
  return {
    folder: resolve(folder),
    json: has('--json'),
    all: has('--all'),
    history: has('--history'),
  }
}

const share = (part: number, whole: number) =>
  whole === 0
    ? '–'
    : `${part}/${whole} (${(Math.floor((part / whole) * 10_000) / 100).toFixed(2)} %)`

function row(name: string, counts: Counts): string {
  const cells = [
    `identical ${share(counts.identical, counts.pages)}`,
    `edits within their block ${share(counts.withinBlock, counts.edits)}`,
    `one line ${share(counts.oneLine, counts.edits)}`,
    `read back as edited ${share(counts.reparseEqual, counts.edits)}`,
    `locked blocks ${share(counts.opaque, counts.blocks)}`,
    `source only ${counts.refused.length}`,
  ]
  return `${name}: ${counts.pages} pages\n${cells.map((cell) => `    ${cell}`).join('\n')}`
}

const mostListed = 40

function report(totals: Totals, history: HistoryTotals | null, faults: readonly Fault[]): string {
  const lines = [row('All', totals)]
  for (const [kind, counts] of Object.entries(totals.byKind))
    if (counts.pages > 0) lines.push(row(`Body ${kind}`, counts))
  if (history)
    lines.push(
      `History: ${history.saves} saves, ${history.skipped} skipped, ${history.refused} refused\n` +
        `    read back as committed ${share(history.reparseEqual, history.saves - history.skipped)}\n` +
        `    identical to the commit ${share(history.identical, history.saves - history.skipped)}\n` +
        `    changed lines ${history.changedLines}, by the commits ${history.committedLines}`,
    )
  const refused = totals.refused.map(({ path, reason }) => `    ${path}: ${reason}`)
  if (refused.length > 0) lines.push(`Source only:\n${refused.slice(0, mostListed).join('\n')}`)
  const wrong = faults.map(({ path, what }) => `    ${path}: ${what}`)
  if (wrong.length > 0)
    lines.push(`Faults (${wrong.length}):\n${wrong.slice(0, mostListed).join('\n')}`)
  return lines.join('\n')
}

/** The streams a command writes to. */
export interface Output {
  readonly out: (text: string) => void
  readonly problem: (text: string) => void
}

/** Runs the command; answers its exit code: 1 where a page was changed or refused, 2 for a wrong command line. */
export async function runFidelity(args: readonly string[], output: Output): Promise<number> {
  const wanted = wantedBy(args)
  if (typeof wanted === 'string') {
    output.problem(`${wanted}\n`)
    return 2
  }
  const { totals, faults } = await measureFolder(wanted.folder, wanted.all)
  const past = wanted.history ? await measureHistory(wanted.folder) : null
  const history = past?.totals ?? null
  const text = wanted.json
    ? JSON.stringify(history ? { ...totals, history } : totals)
    : report(totals, history, [...faults, ...(past?.faults ?? [])])
  output.out(`${text}\n`)
  return isFaithful(totals) ? 0 : 1
}
