import type { RepoPath } from '../../shared/domain/repo-path.ts'
import { nameOf } from '../../shared/domain/repo-path.ts'
import { readBlobs } from '../repo/publish/git-objects.ts'
import type { LocalChange } from '../repo/publish/judge-file.ts'
import type { PublishRepo } from '../repo/publish/publish-repo.ts'

/** Files compared by their lines are texts of a page's size, and not thousands of them. */
const [largestText, mostCompared] = [256 * 1024, 60]
const leastAlike = 0.6

function linesOf(bytes: Uint8Array): ReadonlyMap<string, number> {
  const lines = new Map<string, number>()
  for (const line of Buffer.from(bytes).toString().split(/\r?\n/))
    if (line.trim() !== '') lines.set(line, (lines.get(line) ?? 0) + 1)
  return lines
}

const sum = (lines: ReadonlyMap<string, number>) => [...lines.values()].reduce((a, b) => a + b, 0)

/** The share of lines two texts have in common. */
function alike(one: ReadonlyMap<string, number>, two: ReadonlyMap<string, number>): number {
  let common = 0
  for (const [line, count] of one) common += Math.min(count, two.get(line) ?? 0)
  return common / Math.max(1, sum(one), sum(two))
}

function takeEqual(gone: Map<string, LocalChange[]>, change: LocalChange): LocalChange | undefined {
  const candidates = gone.get(change.now?.id ?? '') ?? []
  const named = candidates.findIndex(({ path }) => nameOf(path) === nameOf(change.path))
  return candidates.splice(Math.max(0, named), 1)[0]
}

async function pairByLines(
  { git, files }: PublishRepo,
  gone: readonly LocalChange[],
  made: readonly LocalChange[],
): Promise<ReadonlyMap<RepoPath, RepoPath>> {
  const pairs = new Map<RepoPath, RepoPath>()
  const texts = made.filter(({ now }) => (now?.bytes ?? largestText) < largestText)
  if (gone.length === 0 || gone.length > mostCompared || texts.length > mostCompared) return pairs
  const blobs = await readBlobs(
    git,
    gone.flatMap(({ base }) => base?.id ?? []),
  )
  const old = gone.flatMap(({ path, base }) => {
    const bytes = blobs.get(base?.id ?? '')
    return bytes && bytes.length < largestText ? [{ path, lines: linesOf(bytes) }] : []
  })
  const scored: { from: RepoPath; to: RepoPath; score: number }[] = []
  for (const { path } of texts) {
    const lines = linesOf((await files.read(path)).bytes)
    for (const { path: from, lines: before } of old)
      scored.push({ from, to: path, score: alike(before, lines) })
  }
  const taken = new Set<RepoPath>()
  for (const { from, to, score } of scored.toSorted((one, two) => two.score - one.score)) {
    if (score < leastAlike || taken.has(from) || pairs.has(to)) continue
    taken.add(from)
    pairs.set(to, from)
  }
  return pairs
}

/** Which new files are old ones at another place, by equal content and then by most lines in common: new path → old path. */
export async function findMoves(
  repo: PublishRepo,
  changes: readonly LocalChange[],
): Promise<ReadonlyMap<RepoPath, RepoPath>> {
  const gone = new Map<string, LocalChange[]>()
  for (const change of changes)
    if (change.base && !change.now)
      gone.set(change.base.id, [...(gone.get(change.base.id) ?? []), change])
  const pairs = new Map<RepoPath, RepoPath>()
  const left: LocalChange[] = []
  for (const change of changes) {
    if (change.base || !change.now) continue
    const from = takeEqual(gone, change)
    if (from) pairs.set(change.path, from.path)
    else left.push(change)
  }
  for (const [to, from] of await pairByLines(repo, [...gone.values()].flat(), left))
    pairs.set(to, from)
  return pairs
}
