import { folderOf, nameOf, type RepoPath } from '../repo-path.ts'
import { parseConfig, textAt, type YamlMap } from './config-text.ts'
import type { SiteProfile } from './site-profile.ts'

/** What a site's settings say about addresses. */
export interface AddressRules {
  readonly profile: SiteProfile
  /** Jekyll's `permalink` setting, such as `pretty` or `/:categories/:title/`; null where there is none. */
  readonly pattern: string | null
}

/** Reads the address rules of a site; `configText` is null where there is no `_config.yml`. */
export function addressRules(profile: SiteProfile, configText: string | null): AddressRules {
  const pattern = configText === null ? undefined : textAt(parseConfig(configText), 'permalink')
  return { profile, pattern: pattern ?? null }
}

const withoutExtension = (path: RepoPath) => path.replace(/\.[^./]*$/, '')
const withSlash = (path: string) => (path.startsWith('/') ? path : `/${path}`)

function fromPath(path: RepoPath, pretty: boolean): string {
  const plain = withoutExtension(path)
  if (/(?:^|\/)_?index$/.test(plain)) {
    const folder = folderOf(plain)
    return folder === '' ? '/' : `/${folder}/`
  }
  return pretty ? `/${plain}/` : `/${plain}.html`
}

const postForm = /^(\d{4})-(\d{1,2})-(\d{1,2})-(.+)$/

function fromPost(path: RepoPath, pattern: string): string {
  const [, year = '', month = '', day = '', title = ''] =
    postForm.exec(withoutExtension(nameOf(path))) ?? []
  const categories = folderOf(folderOf(path))
  const values: Readonly<Record<string, string>> = {
    year,
    month: month.padStart(2, '0'),
    day: day.padStart(2, '0'),
    i_month: String(Number(month)),
    i_day: String(Number(day)),
    title,
    slug: title.toLowerCase(),
    categories,
    output_ext: '.html',
  }
  const filled = pattern.replace(/:([a-z_]+)/g, (all, key: string) => values[key] ?? all)
  return withSlash(filled.replace(/\/{2,}/g, '/'))
}

const named: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  none: '/:categories/:title:output_ext',
}

/**
 * The address of a page on its site, beginning with `/`: its own permalink, else the one Jekyll gives it.
 * Resources that only point to a file or another site (layouts `file` and `link`) have that target instead.
 */
export function permalinkOf(path: RepoPath, front: YamlMap | null, rules: AddressRules): string {
  const own = textAt(front, 'permalink')
  if (own !== undefined) return /^[a-z][a-z+.-]*:/i.test(own) ? own : withSlash(own)
  const layout = textAt(front, 'layout')
  const target = textAt(front, layout === 'link' ? 'external' : 'file_url')
  if ((layout === 'link' || layout === 'file') && target !== undefined) return target
  const pretty = rules.profile === 'folder' || rules.pattern === 'pretty'
  const isPost = /(?:^|\/)_posts\//.test(path) && postForm.test(nameOf(path))
  if (!isPost || rules.profile === 'folder')
    return fromPath(path.replace(/^_(?=[^/]+\/)/, ''), pretty)
  const pattern = rules.pattern ?? 'date'
  return fromPost(path, named[pattern] ?? pattern)
}

/**
 * Whether two addresses lead to the same page: percent-encoding and a final slash or `index.html` do not count,
 * nor do query and fragment.
 */
export function sameAddress(one: string, two: string): boolean {
  return addressKey(one) === addressKey(two)
}

/** The form addresses are compared in. */
export function addressKey(address: string): string {
  const path = address.replace(/[?#].*$/s, '')
  const plain = decoded(path)
    .replace(/(?:index)?\.html?$/i, '')
    .replace(/\/+$/, '')
  return plain === '' ? '/' : plain
}

function decoded(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
