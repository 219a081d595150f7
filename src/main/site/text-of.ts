import type { RepoPath } from '../../shared/domain/repo-path.ts'
import type { SiteSession } from '../repo/site-session.ts'

/** The text of a site's file; undefined where there is none that can be read. */
export const textOf = ({ files }: SiteSession, path: RepoPath): Promise<string | undefined> =>
  files.read(path).then(
    ({ bytes }) => new TextDecoder().decode(bytes),
    () => undefined,
  )
