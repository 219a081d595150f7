import { isRepoPath, type RepoPath } from '../../shared/domain/repo-path.ts'

/** What a `media://` address names. */
export interface MediaAddress {
  readonly siteId: string
  readonly path: RepoPath
  /** Which version: the file as it is now (null), as last published, as in one commit, or a small picture (`thumb-160`). */
  readonly version: string | null
}

const version = /^@(published|thumb-(?:160|320|640)|[0-9a-f]{40}|[0-9a-f]{64})$/
/** `.git` and the other names by which Windows and macOS reach it. */
const gitFolder = /^(\.git|git~\d+)[\s.]*$/i
// biome and editors show these as nothing, and macOS leaves them out when it compares names.
const invisible = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g

function decoded(part: string): string | null {
  try {
    const text = decodeURIComponent(part)
    return /[/\\\0]/.test(text) ? null : text
  } catch {
    return null
  }
}

function isForbidden(part: string): boolean {
  const bare = part.replace(invisible, '')
  return gitFolder.test(bare) || /^\.git:/i.test(bare)
}

/**
 * Reads `media://<site>/<path>` and `media://<site>/@<published, commit or thumb-320>/<path>`, decoding once.
 * Null for anything that does not name a file inside a site.
 */
export function parseMediaAddress(address: string): MediaAddress | null {
  const match = /^media:\/\/([^/?#]+)\/([^?#]+)(?:[?#].*)?$/.exec(address)
  const [siteId, rest] = [match?.[1], match?.[2]]
  if (siteId === undefined || rest === undefined) return null
  const parts = rest.split('/').map(decoded)
  if (parts.some((part) => part === null || isForbidden(part))) return null
  const names = parts as string[]
  const at = version.exec(names[0] ?? '')?.[1] ?? null
  const path = (at === null ? names : names.slice(1)).join('/')
  return isRepoPath(path) ? { siteId, path, version: at } : null
}
