import { extensionOf, type RepoPath } from '../repo-path.ts'
import type { PathClass } from '../site/classify-path.ts'

/** In what part of a site something is mentioned. */
export type UsePlace = 'text' | 'details' | 'data' | 'settings' | 'style' | 'template'

const styles = new Set(['css', 'scss', 'sass', 'less'])
const dataEndings = new Set(['yml', 'yaml', 'json', 'toml', 'csv'])

/** Where a mention at `at` stands; `front` is how long the text's front matter is. */
export function usePlace(
  path: RepoPath,
  kind: PathClass,
  { at, front }: { readonly at: number; readonly front: number },
): UsePlace {
  if (/^_config[^/]*\.ya?ml$/.test(path)) return 'settings'
  if (kind === 'page') return at < front ? 'details' : 'text'
  if (kind === 'page-if-front' && front > 0) return at < front ? 'details' : 'text'
  const extension = extensionOf(path)
  if (styles.has(extension)) return 'style'
  return dataEndings.has(extension) ? 'data' : 'template'
}
