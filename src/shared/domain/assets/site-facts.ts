import type { RepoPath } from '../repo-path.ts'
import { parseConfig } from '../site/config-text.ts'
import { textAt } from '../site/yaml-map.ts'

/** What must be known of a site to tell which file an address leads to. */
export interface SiteFacts {
  /** The paths of all files, by their composed form (NFC). */
  readonly files: ReadonlyMap<string, RepoPath>
  /** Beginnings of addresses that lead to the site's own files: `www.example.org/`, without a scheme, lower case. */
  readonly origins: readonly string[]
  /** The folder the site is served under: `` or `/base`. */
  readonly baseUrl: string
}

/** What the facts are made of. */
export interface SiteTexts {
  readonly paths: Iterable<RepoPath>
  /** `_config.yml`, null where there is none. */
  readonly config: string | null
  /** `CNAME`, null where there is none. */
  readonly cname: string | null
  /** `github.com/agency/site`, null without a remote. */
  readonly remote: string | null
}

const withoutScheme = (address: string) =>
  address
    .trim()
    .replace(/^(?:https?:)?\/\//i, '')
    .replace(/\/+$/, '')

/** `example.org` is also found as `www.example.org`, and the other way. */
function withTwin(origin: string): readonly string[] {
  return origin.startsWith('www.') ? [origin, origin.slice(4)] : [origin, `www.${origin}`]
}

function remoteOrigins(remote: string | null, branches: readonly string[]): readonly string[] {
  const match = /^github\.com\/([^/]+)\/([^/]+?)(?:\.git)?\/?$/i.exec(withoutScheme(remote ?? ''))
  if (!match) return []
  const [, owner = '', name = ''] = match
  const pages = `${owner}.github.io`
  return [
    ...branches.flatMap((branch) => [
      `raw.githubusercontent.com/${owner}/${name}/${branch}`,
      `github.com/${owner}/${name}/blob/${branch}`,
      `github.com/${owner}/${name}/raw/${branch}`,
    ]),
    name.toLowerCase() === pages.toLowerCase() ? pages : `${pages}/${name}`,
  ]
}

const branches = ['staging', 'master', 'main', 'gh-pages', 'production']
/** Isomer notes the addresses of its two versions of a site beside Jekyll's own setting. */
const addressKeys = ['url', 'staging', 'prod', 'production']

/** Gathers what is known of a site's addresses. */
export function siteFacts({ paths, config, cname, remote }: SiteTexts): SiteFacts {
  const settings = parseConfig(config ?? '')
  const own = [...addressKeys.map((key) => textAt(settings, key)), cname?.split('\n')[0]]
  const hosts = own
    .map((address) => withoutScheme(address ?? ''))
    .filter((address) => /^[^\s/]+\.[^\s/]+(?:\/\S*)?$/.test(address))
    .flatMap(withTwin)
  const origins = [...hosts, ...remoteOrigins(remote, branches)]
  const base = (textAt(settings, 'baseurl') ?? '').replace(/^\/*|\/+$/g, '')
  return {
    files: new Map([...paths].map((path) => [path.normalize('NFC'), path])),
    origins: [...new Set(origins.map((origin) => `${origin.toLowerCase()}/`))],
    baseUrl: base === '' ? '' : `/${base}`,
  }
}
