import type { RepoPath } from '../repo-path.ts'
import { pathKey, pathProblem } from './asset-name.ts'
import { typeOfPath } from './asset-types.ts'

export interface FileMove {
  readonly from: RepoPath
  readonly to: RepoPath
}

export interface MoveProblem extends FileMove {
  /** One sentence. */
  readonly words: string
}

export interface CheckedMoves {
  /** Of single files, in the order they can be done in. */
  readonly moves: readonly FileMove[]
  readonly problems: readonly MoveProblem[]
}

/** Folders become the files in them; what stays where it is is left out. */
function expand(moves: readonly FileMove[], paths: readonly RepoPath[]): readonly FileMove[] {
  const files = new Set(paths)
  const single = moves.flatMap(({ from, to }) => {
    if (files.has(from)) return [{ from, to }]
    const inside = paths.filter((path) => path.startsWith(`${from}/`))
    if (inside.length === 0) return [{ from, to }]
    return inside.map((path) => ({ from: path, to: to + path.slice(from.length) }))
  })
  return single.filter(({ from, to }) => from !== to)
}

interface Names {
  readonly files: ReadonlySet<RepoPath>
  /** Every file that stays, and every target, by key. */
  readonly staying: ReadonlyMap<string, RepoPath>
  readonly folders: ReadonlySet<string>
  readonly targets: ReadonlyMap<string, number>
}

const foldersAbove = (path: RepoPath) =>
  path.split('/').flatMap((_, i, parts) => (i === 0 ? [] : [pathKey(parts.slice(0, i).join('/'))]))

function namesOf(moves: readonly FileMove[], paths: readonly RepoPath[]): Names {
  const leaving = new Set(moves.map(({ from }) => from))
  const stay = paths.filter((path) => !leaving.has(path))
  const targets = new Map<string, number>()
  for (const { to } of moves) targets.set(pathKey(to), (targets.get(pathKey(to)) ?? 0) + 1)
  return {
    files: new Set(paths),
    staying: new Map(stay.map((path) => [pathKey(path), path])),
    folders: new Set([...stay, ...moves.map(({ to }) => to)].flatMap(foldersAbove)),
    targets,
  }
}

function collision({ to }: FileMove, { staying, folders, targets }: Names): string | null {
  const key = pathKey(to)
  const other = staying.get(key)
  if (other === to) return `“${to}” already exists.`
  if (other !== undefined) return `Windows and macOS take it for the same file as “${other}”.`
  if ((targets.get(key) ?? 0) > 1) return `Another file is to be called “${to}” too.`
  const inTheWay = foldersAbove(to).find((folder) => staying.has(folder))
  if (folders.has(key) || inTheWay !== undefined) return 'A file and a folder cannot have one name.'
  return null
}

function endingProblem({ from, to }: FileMove): string | null {
  const [was, is] = [typeOfPath(from), typeOfPath(to)]
  if (was === is) return null
  return 'Its ending tells what kind of file it is. Keep the ending; “Optimise” makes another kind.'
}

function problemOf(move: FileMove, names: Names): string | null {
  if (!names.files.has(move.from)) return 'It is no longer there.'
  return pathProblem(move.to) ?? endingProblem(move) ?? collision(move, names)
}

/** Puts moves in an order in which each finds its place free; where they go round in a circle, over a name in between. */
export function inOrder(moves: readonly FileMove[]): readonly FileMove[] {
  const pending = new Map(moves.map((move) => [pathKey(move.from), move]))
  const ordered: FileMove[] = []
  let detours = 0
  const emit = (key: string, move: FileMove) => {
    pending.delete(key)
    ordered.push(move)
  }
  while (pending.size > 0) {
    const before = pending.size
    for (const [key, move] of [...pending]) {
      const target = pathKey(move.to)
      if (target === key || !pending.has(target)) emit(key, move)
    }
    const [first] = pending
    if (pending.size < before || !first) continue
    const [key, move] = first
    detours += 1
    const between = `${move.to}.moving-${detours}`
    emit(key, { from: move.from, to: between })
    pending.set(pathKey(between), { from: between, to: move.to })
  }
  return ordered
}

/** Looks for everything that stands against moving files or whole folders, before anything is touched. */
export function checkMoves(wanted: readonly FileMove[], paths: readonly RepoPath[]): CheckedMoves {
  const single = expand(wanted, paths)
  const names = namesOf(single, paths)
  const problems = single.flatMap((move): MoveProblem[] => {
    const words = problemOf(move, names)
    return words === null ? [] : [{ ...move, words }]
  })
  const bad = new Set(problems.map(({ from }) => from))
  return { moves: single.filter(({ from }) => !bad.has(from)), problems }
}
