/** A path inside a site: relative, parts joined by `/`, no `.`/`..`, no NUL, never absolute. */
export type RepoPath = string

/**
 * Whether a string is a path that stays inside a site.
 * Backslashes are allowed inside a name: git stores them and Linux and macOS can hold them.
 */
export function isRepoPath(path: string): boolean {
  if (path === '' || path.includes('\0')) return false
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
}

/** The folder part of a path, `''` for a file at the top. */
export function folderOf(path: RepoPath): string {
  const cut = path.lastIndexOf('/')
  return cut < 0 ? '' : path.slice(0, cut)
}

/** The last part of a path. */
export function nameOf(path: RepoPath): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The lower-case ending behind the last dot of the name, without the dot; `''` where there is none. */
export function extensionOf(path: RepoPath): string {
  const name = nameOf(path)
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase()
}

/** Joins parts with `/`, leaving out empty ones. */
export function joinPath(...parts: readonly string[]): RepoPath {
  return parts.filter((part) => part !== '').join('/')
}
