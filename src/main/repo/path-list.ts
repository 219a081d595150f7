import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import type { RepoPath } from '../../shared/domain/repo-path.ts'

/** What an answer of git about a folder rests on: when each of these was last changed. */
type Signature = ReadonlyMap<string, string>

/** Beside the site's folders: what git tracks, and what it is told to ignore. */
const gitFiles = ['.git/index', '.git/info/exclude', '.git/config']

/** Two changes may have the same time where the disk counts in seconds: a folder changed so lately is asked about again. */
const settled = 2500

interface Answer {
  readonly signature: Signature
  readonly paths: readonly RepoPath[]
}

export interface PathListParts {
  readonly root: string
  /** Every folder content can lie in, and every file of ignore rules, as paths. */
  placesIn(): Promise<readonly string[]>
  /** The site's paths as git tells them; null where it cannot. */
  ask(): Promise<readonly RepoPath[] | null>
  /** For tests, on disks that count finely. */
  readonly settledMs?: number
}

async function timeOf(root: string, path: string): Promise<readonly [string, string, number]> {
  const stats = await lstat(join(root, path)).catch(() => null)
  if (stats === null) return [path, '', 0]
  const size = stats.isDirectory() ? '' : stats.size
  const newest = Math.max(stats.mtimeMs, stats.ctimeMs)
  return [path, `${stats.ino}:${newest}:${size}`, newest]
}

async function sign(root: string, places: readonly string[]) {
  const times = await Promise.all(places.map((path) => timeOf(root, path)))
  return {
    signature: new Map(times.map(([path, time]) => [path, time])),
    newestMs: Math.max(0, ...times.map(([, , ms]) => ms)),
  }
}

const isSame = (one: Signature, two: Signature) =>
  one.size === two.size && [...one].every(([path, time]) => two.get(path) === time)

/**
 * Lists a site's paths, asking git again only where a folder, the index or an ignore rule has changed since its last
 * answer: to start a git takes the whole process some milliseconds, and many screens ask for the list in a row.
 */
export function openPathList(parts: PathListParts) {
  const { root, placesIn, ask, settledMs = settled } = parts
  let known: Answer | null = null
  return async function paths(): Promise<readonly RepoPath[] | null> {
    if (known) {
      const { signature } = await sign(root, [...known.signature.keys()])
      if (isSame(known.signature, signature)) return known.paths
    }
    known = null
    const places = [...(await placesIn()), ...gitFiles]
    const { signature, newestMs } = await sign(root, places)
    const askedMs = Date.now()
    const answer = await ask()
    if (answer && newestMs < askedMs - settledMs) known = { signature, paths: answer }
    return answer
  }
}
