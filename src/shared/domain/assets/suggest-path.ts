import { extensionOf, folderOf, nameOf, type RepoPath } from '../repo-path.ts'
import { slugOf } from '../site/slug.ts'

const stemOf = (path: RepoPath) => {
  const name = nameOf(path)
  const extension = extensionOf(path)
  return extension === '' ? name : name.slice(0, -extension.length - 1)
}

/** How many letters must be changed to make one name of the other; `most + 1` where it is more than `most`. */
function distance(one: string, two: string, most: number): number {
  if (Math.abs(one.length - two.length) > most) return most + 1
  let row = Array.from({ length: two.length + 1 }, (_, i) => i)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= two.length; j++) {
      const same = one[i - 1] === two[j - 1] ? 0 : 1
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same))
    }
    row = next
    if (Math.min(...row) > most) return most + 1
  }
  return row[two.length] ?? most + 1
}

/** Ending, whatever its case and spelling. */
const kindOf = (path: RepoPath) => extensionOf(path).toLowerCase().replace('jpeg', 'jpg')

export interface Suggestion {
  readonly path: RepoPath
  /** The only file of that name and kind, but for case, spaces and signs, wherever it lies. */
  readonly sure: boolean
}

const mostTried = 20_000

/** Finds files by names that are nearly theirs. */
export function pathSuggester(paths: Iterable<RepoPath>) {
  const known = [...paths].slice(0, mostTried).map((path) => ({ path, slug: slugOf(stemOf(path)) }))
  const bySlug = new Map<string, RepoPath[]>()
  for (const { path, slug } of known) {
    const same = bySlug.get(slug)
    if (same) same.push(path)
    else bySlug.set(slug, [path])
  }
  const nearest = (wanted: RepoPath, paths: readonly RepoPath[]): RepoPath | null =>
    paths.find((path) => folderOf(path) === folderOf(wanted)) ??
    paths.find((path) => kindOf(path) === kindOf(wanted)) ??
    paths[0] ??
    null
  const isOnlyOne = (wanted: RepoPath, same: readonly RepoPath[]) =>
    same.filter((path) => kindOf(path) === kindOf(wanted)).length === 1
  const alike = (slug: string): Suggestion | null => {
    const most = Math.min(3, Math.floor(slug.length / 5))
    if (most === 0) return null
    let best: { readonly path: RepoPath; readonly far: number } | null = null
    for (const { path, slug: other } of known) {
      const far = distance(slug, other, best ? best.far - 1 : most)
      if (far < (best?.far ?? most + 1)) best = { path, far }
    }
    return best && { path: best.path, sure: false }
  }
  /** The file that was probably meant by a path that leads nowhere; null where no name is like it. */
  return (wanted: RepoPath): Suggestion | null => {
    const slug = slugOf(stemOf(wanted))
    if (slug === '') return null
    const same = bySlug.get(slug)
    const near = same && nearest(wanted, same)
    if (!near) return alike(slug)
    return { path: near, sure: kindOf(near) === kindOf(wanted) && isOnlyOne(wanted, same) }
  }
}
