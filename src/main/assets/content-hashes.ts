import { createHash } from 'node:crypto'
import type { RepoPath } from '../../shared/domain/repo-path.ts'
import type { ListedFile, SiteSession } from '../repo/site-session.ts'

type Remembered = readonly [bytes: number, changedMs: number, hash: string]

/** Hashes of files' contents, made again only where size or time changed. */
export function createHashes({ files }: SiteSession) {
  const known = new Map<RepoPath, Remembered>()
  /** Null where a file cannot be read. */
  return async ({ path, bytes, changedMs }: ListedFile): Promise<string | null> => {
    const old = known.get(path)
    if (old?.[0] === bytes && old[1] === changedMs && changedMs > 0) return old[2]
    const content = await files.read(path).catch(() => null)
    if (!content) return null
    const hash = createHash('sha256').update(content.bytes).digest('hex')
    known.set(path, [bytes, changedMs, hash])
    return hash
  }
}
