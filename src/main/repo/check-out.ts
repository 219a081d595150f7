import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RepoPath } from '../../shared/domain/repo-path.ts'
import { GitFailure } from './git/git.ts'
import { type SpawnOptions, spawnGit } from './git/spawn-git.ts'
import { type PlatformRules, touchesRepository, unstorable } from './platform-rules.ts'

export interface CheckOutOptions extends Pick<SpawnOptions, 'deadline' | 'signal' | 'onStderr'> {
  readonly rules: PlatformRules
}

interface Entry {
  readonly mode: string
  /** The path's bytes, each as one character: names need not be text. */
  readonly raw: string
  readonly path: RepoPath
}

function readTree(output: Buffer): readonly Entry[] {
  const entries: Entry[] = []
  for (const line of output.toString('latin1').split('\0')) {
    const tab = line.indexOf('\t')
    if (tab < 0) continue
    const raw = line.slice(tab + 1)
    const path = Buffer.from(raw, 'latin1').toString('utf8')
    entries.push({ mode: line.slice(0, 6), raw, path })
  }
  return entries
}

const isFile = ({ mode }: Entry) => mode.startsWith('100')
const isText = ({ path }: Entry) => !path.includes('\ufffd')

/**
 * What stays out of the folder: what this system cannot store (the same that is read from the repository later), links,
 * which could lead anywhere and would be files of another kind without them, and the repository's own names.
 */
function leftOut(entries: readonly Entry[], rules: PlatformRules): readonly Entry[] {
  const files = entries.filter((entry) => isFile(entry) && isText(entry))
  const modules = entries.filter(({ mode }) => mode === '160000')
  const outside = unstorable(
    [...files, ...modules].map(({ path }) => path),
    rules,
  )
  return entries.filter(
    (entry) =>
      entry.mode === '120000' ||
      outside.has(entry.path) ||
      touchesRepository(entry.path) ||
      (!isText(entry) && (rules.name !== 'linux' || !rules.canStore(entry.path))),
  )
}

/** A line for the sparse checkout. A line break in a name cannot be written there; `?` stands for any character. */
function pattern({ raw }: Entry): string {
  const literal = raw.replace(/[\\*?[\]]/g, '\\$&').replace(/[\n\r]/g, '?')
  return `!/${literal.replace(/ $/, '\\ ')}\n`
}

async function writeSparse(root: string, out: readonly Entry[]): Promise<void> {
  const text = `/*\n${out.map(pattern).join('')}`
  await writeFile(join(root, '.git/info/sparse-checkout'), Buffer.from(text, 'latin1'))
  for (const [name, value] of [
    ['core.sparseCheckout', 'true'],
    ['core.sparseCheckoutCone', 'false'],
  ] as const) {
    const done = await spawnGit(root, ['config', name, value], { deadline: 20_000 })
    if (done.code !== 0) throw new GitFailure(done.stderr)
  }
}

/** The settings of one checkout; they are not kept. */
function settingsFor(entries: readonly Entry[], out: readonly Entry[]): readonly string[] {
  // Twins are told apart by their case, wherever the folder lies.
  const settings = ['-c', 'core.sparseCheckoutCone=false', '-c', 'core.ignoreCase=false']
  // git for Windows refuses a whole site for one such name, even for the list of what is left out. What this would
  // let through, names that mean the repository's own folder, leftOut has seen.
  const odd = out.length > 0 || entries.some(({ raw }) => raw.includes('\\'))
  return odd ? [...settings, '-c', 'core.protectNTFS=false'] : settings
}

/** In force for the checkout alone: files are written as they were published, through no filter and without new line ends. */
const plainBytes = '* -text -ident -filter !working-tree-encoding\n'

/**
 * Fills the empty folder of a new clone with the files of its branch that this system can store; the rest is left out
 * of the folder and stays in the repository. Answers how many were left out. Throws GitFailure.
 */
export async function checkOut(
  root: string,
  { rules, ...options }: CheckOutOptions,
): Promise<number> {
  const listing = await spawnGit(root, ['ls-tree', '-r', '-z', '--full-tree', 'HEAD'], options)
  // A site without a first version has no files to write.
  if (/Not a valid object name HEAD/.test(listing.stderr)) return 0
  if (listing.code !== 0) throw new GitFailure(listing.stderr || 'git ls-tree was ended')
  const entries = readTree(listing.stdout)
  const out = leftOut(entries, rules)
  const attributes = join(root, '.git/info/attributes')
  await mkdir(join(root, '.git/info'), { recursive: true })
  await writeFile(attributes, plainBytes)
  try {
    if (out.length > 0) await writeSparse(root, out)
    const settings = settingsFor(entries, out)
    const done = await spawnGit(root, [...settings, 'read-tree', '-v', '-m', '-u', 'HEAD'], options)
    if (done.code !== 0) throw new GitFailure(done.stderr || 'git read-tree was ended')
  } finally {
    await rm(attributes, { force: true })
  }
  return out.length
}
