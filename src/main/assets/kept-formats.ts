import type { RepoPath } from '../../shared/domain/repo-path.ts'
import type { ImageRule } from '../../shared/ipc/media-calls.ts'
import type { SiteMedia } from './site-media.ts'

/** Where a site names its icon and the picture that other sites show beside links to it (Jekyll and Isomer). */
const settings = '_config.yml'

/**
 * What becomes of each image by a rule: those that the settings name keep their format, for not every browser takes
 * every format as an icon, nor every other site as the picture of a link.
 */
export async function rulesOf(
  media: SiteMedia,
  rule: ImageRule,
): Promise<(path: RepoPath) => ImageRule> {
  if (rule.format === 'keep') return () => rule
  const { texts } = await media.resolved()
  const named = new Set(
    texts
      .filter(({ text }) => text.path === settings)
      .flatMap(({ references }) => references.map(({ path }) => path)),
  )
  return (path) => (named.has(path) ? { ...rule, format: 'keep' } : rule)
}
