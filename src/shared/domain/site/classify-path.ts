import { extensionOf, nameOf, type RepoPath } from '../repo-path.ts'
import type { SiteProfile } from './site-profile.ts'

/**
 * What a file of a site is. `page-if-front`: an HTML file, which is a page only if it begins with front matter.
 * `text` files are read for references (data, styles, settings); `other` files are never read.
 */
export type PathClass = 'page' | 'page-if-front' | 'image' | 'document' | 'text' | 'other'

const images = new Set(
  'jpg jpeg jfif png apng gif webp avif svg bmp tif tiff ico heic heif'.split(' '),
)
const documents = new Set(
  'pdf doc docx xls xlsx ppt pptx odt ods odp rtf csv txt zip mp3 m4a wav mp4 mov webm'.split(' '),
)
const texts = new Set(
  'yml yaml json toml scss sass css js mjs html htm md markdown txt xml'.split(' '),
)

const markdown = new Set(['md', 'markdown'])
const html = new Set(['html', 'htm'])
/** Folders that hold a generator's own files or output, never pages of the site. */
const machinery = new Set(
  '_data _includes _layouts _sass _site _plugins _cache node_modules vendor themes layouts archetypes'.split(
    ' ',
  ),
)
/** Files about the repository, not of the site; plain folders of Markdown show them as pages. */
const repositoryFile =
  /^(?:readme|changelog|contributing|license|licence|code_of_conduct|security)(?:\.[a-z-]+)?\.(?:md|markdown)$/i

function isHidden(path: RepoPath): boolean {
  return path.startsWith('.') || path.includes('/.')
}

function isMachinery(path: RepoPath): boolean {
  return path
    .split('/')
    .slice(0, -1)
    .some((part) => machinery.has(part))
}

function isPagePlace(path: RepoPath, profile: SiteProfile): boolean {
  if (isMachinery(path)) return false
  if (profile === 'folder') return true
  if (profile === 'isomer' && /^(?:files|images)\//.test(path)) return false
  return path.includes('/') || !repositoryFile.test(path)
}

/** Tells what a path holds by its name and place alone. */
export function classifyPath(path: RepoPath, profile: SiteProfile): PathClass {
  if (isHidden(path)) return 'other'
  const extension = extensionOf(path)
  if (markdown.has(extension) && isPagePlace(path, profile)) return 'page'
  if (html.has(extension) && isPagePlace(path, profile)) return 'page-if-front'
  if (images.has(extension)) return 'image'
  const media = profile !== 'isomer' || /^(?:files|images)\//.test(path)
  if (documents.has(extension) && (media || extension === 'pdf')) return 'document'
  if (path.startsWith('files/') && profile === 'isomer' && nameOf(path).includes('.'))
    return 'document'
  return texts.has(extension) ? 'text' : 'other'
}

/** Whether a file is a page: by its class, and for HTML by whether it begins with front matter. */
export function isPage(path: RepoPath, profile: SiteProfile, hasFront: boolean): boolean {
  const kind = classifyPath(path, profile)
  return kind === 'page' || (kind === 'page-if-front' && hasFront)
}
