import { measureSave } from '../../shared/domain/document/fidelity/measure-save.ts'
import type { RepoPath } from '../../shared/domain/repo-path.ts'
import { decodeStrictly } from '../repo/decode-text.ts'
import { type Git, openGit } from '../repo/git/git.ts'
import { mayBePage, opensAsPage } from './find-pages.ts'
import type { Fault } from './measure-folder.ts'

/** Sums over the saves in a repository's history. */
export interface HistoryTotals {
  saves: number
  reparseEqual: number
  identical: number
  changedLines: number
  committedLines: number
  skipped: number
  refused: number
}

interface Change {
  readonly path: RepoPath
  readonly was: string
  readonly now: string
}

const rawChange = /^:100\d{3} 100\d{3} ([0-9a-f]{40,64}) ([0-9a-f]{40,64}) M$/

/** Every change of a page file in the history of HEAD, each pair of versions once. */
async function pageChanges(git: Git): Promise<Change[]> {
  const log = await git.run([
    ...['log', '--format=', '--raw', '--no-renames', '--no-abbrev', '--diff-filter=M', '-z'],
    'HEAD',
  ])
  const parts = log.split('\0')
  const seen = new Set<string>()
  const out: Change[] = []
  parts.forEach((part, i) => {
    const found = rawChange.exec(part.trim())
    const path = parts[i + 1] ?? ''
    if (!found || !mayBePage.test(path) || seen.has(part)) return
    seen.add(part)
    const [, was = '', now = ''] = found
    out.push({ path, was, now })
  })
  return out
}

/** The texts of blobs, asked for at once; blobs that are not text are left out. */
async function textsOf(git: Git, ids: readonly string[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  const bytes = await git.bytes(['cat-file', '--batch'], { input: `${ids.join('\n')}\n` })
  for (let at = 0; at < bytes.length; ) {
    const lineEnd = bytes.indexOf(10, at)
    const [id = '', , size] = bytes.toString('latin1', at, lineEnd).split(' ')
    const from = lineEnd + 1
    const to = from + Number(size ?? 0)
    const text = size === undefined ? null : decodeStrictly(bytes.subarray(from, to))
    if (text !== null) texts.set(id, text)
    at = size === undefined ? from : to + 1
  }
  return texts
}

const atOnce = 500

/** Saves each old version of each page towards its next one, and compares with what was committed. */
export async function measureHistory(
  root: string,
): Promise<{ readonly totals: HistoryTotals; readonly faults: readonly Fault[] }> {
  const totals: HistoryTotals = {
    saves: 0,
    reparseEqual: 0,
    identical: 0,
    changedLines: 0,
    committedLines: 0,
    skipped: 0,
    refused: 0,
  }
  const faults: Fault[] = []
  const git = openGit(root)
  const changes = await pageChanges(git)
  for (let i = 0; i < changes.length; i += atOnce) {
    const some = changes.slice(i, i + atOnce)
    const texts = await textsOf(git, [...new Set(some.flatMap(({ was, now }) => [was, now]))])
    for (const { path, was, now } of some)
      addSave({ totals, faults }, path, [texts.get(was), texts.get(now)])
  }
  return { totals, faults }
}

function addSave(
  { totals, faults }: { totals: HistoryTotals; faults: Fault[] },
  path: RepoPath,
  [before, after]: readonly (string | undefined)[],
): void {
  if (before === undefined || after === undefined || !opensAsPage(path, 'folder', before)) return
  const saved = measureSave(before, after)
  totals.saves++
  if (saved.kind !== 'saved') {
    totals[saved.kind]++
    if (saved.kind === 'refused') faults.push({ path, what: `a save was refused: ${saved.reason}` })
    return
  }
  if (saved.reparseEqual) totals.reparseEqual++
  else faults.push({ path, what: 'a save of its history does not read back as its next version' })
  if (saved.identical) totals.identical++
  totals.changedLines += saved.changedLines
  totals.committedLines += saved.committedLines
}
