import { folderOf, nameOf, type RepoPath } from '../../shared/domain/repo-path.ts'

interface Move {
  readonly from: RepoPath
  readonly to: RepoPath
}

/** “Delete pier.jpg”, “Delete 12 files”. */
export const titleFor = (verb: string, paths: readonly RepoPath[], many = 'files'): string =>
  `${verb} ${paths.length === 1 ? nameOf(paths[0] ?? '') : `${paths.length} ${many}`}`

/** Files that keep their names are moved, others renamed. */
export function titleOfMoves(moves: readonly Move[]): string {
  const isMove = moves.every(({ from, to }) => nameOf(from) === nameOf(to))
  const isIn = moves.every(({ from, to }) => folderOf(from) === folderOf(to))
  const verb = isMove && !isIn ? 'Move' : 'Rename'
  return titleFor(
    verb,
    moves.map(({ from }) => from),
  )
}
