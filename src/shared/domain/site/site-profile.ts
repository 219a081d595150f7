import { parseConfig } from './config-text.ts'
import { textAt } from './yaml-map.ts'

/** How a site is organised; decides its page tree, its forms and its name rules. */
export type SiteProfile = 'isomer' | 'jekyll' | 'folder'

const jekyllSign = /^(?:_layouts|_includes|_posts|_sass)\/|^(?:_config\.ya?ml|Gemfile)$/

const collectionFile = /^_[^/]+\/collection\.yml$/
const fixedFiles = ['_data/navigation.yml', '_data/footer.yml', 'pages/contact-us.md']

/**
 * Tells which kind of site a repository holds from its paths and the text of `_config.yml` (null where there is
 * none). Isomer sites are Jekyll sites with `collection.yml` files, Isomer's theme, or its fixed files.
 */
export function detectProfile(paths: Iterable<string>, configText: string | null): SiteProfile {
  const list = [...paths]
  const collections = list.some((path) => collectionFile.test(path))
  if (configText === null && !collections && !list.some((path) => jekyllSign.test(path)))
    return 'folder'
  if (collections || fixedFiles.every((path) => list.includes(path))) return 'isomer'
  const theme = configText === null ? '' : (textAt(parseConfig(configText), 'remote_theme') ?? '')
  return /isomer/i.test(theme) ? 'isomer' : 'jekyll'
}

/** The site's name as its editors know it: the configured title, else the folder's name made readable. */
export function siteName(
  profile: SiteProfile,
  configText: string | null,
  folderName: string,
): string {
  const config = profile === 'folder' || configText === null ? {} : parseConfig(configText)
  return textAt(config, 'title') ?? textAt(config, 'name') ?? folderName
}
