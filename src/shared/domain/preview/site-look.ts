import { parseConfig } from '../site/config-text.ts'
import { isYamlMap, textAt, type YamlMap } from '../site/yaml-map.ts'

/** A link of the site's menu or footer; where it leads is told, not followed. */
export interface MenuLink {
  readonly title: string
  readonly url: string | null
  /** The collection that the link opens, without its underscore. */
  readonly collection: string | null
  readonly below: readonly string[]
}

/** What a site's pages have around them. */
export interface SiteLook {
  readonly name: string
  /** As `_config.yml` writes them; checked to be plain CSS colours. */
  readonly colours: { readonly primary: string; readonly secondary: string }
  /** A path from the site's root. */
  readonly logo: string | null
  readonly menu: readonly MenuLink[]
  readonly footer: readonly string[]
  /** A bar above every page. */
  readonly notice: string | null
}

/** The texts of the files a look is read from; left out where a site has none. */
export interface LookTexts {
  readonly config?: string | undefined
  readonly navigation?: string | undefined
  readonly footer?: string | undefined
  /** The homepage's front matter without its fences. */
  readonly home?: string | undefined
}

const plainColour = /^(?:#[0-9a-f]{3,8}|[a-z]{3,30}|(?:rgb|hsl)a?\([\d\s.,%/-]{3,60}\))$/i

function colourAt(colours: unknown, key: string, otherwise: string): string {
  const value = isYamlMap(colours) ? textAt(colours, key)?.trim() : undefined
  return value && plainColour.test(value) ? value : otherwise
}

const listOf = (value: unknown): readonly YamlMap[] =>
  Array.isArray(value) ? value.filter(isYamlMap) : []

function linkOf(entry: YamlMap): MenuLink | null {
  const title = textAt(entry, 'title')
  if (title === undefined) return null
  return {
    title,
    url: textAt(entry, 'url') ?? null,
    collection: textAt(entry, 'collection') ?? null,
    below: listOf(entry.sublinks).flatMap((link) => textAt(link, 'title') ?? []),
  }
}

const footerWords: readonly (readonly [key: string, words: string])[] = [
  ['contact_us', 'Contact us'],
  ['feedback', 'Feedback'],
  ['faq', 'FAQ'],
  ['privacy', 'Privacy statement'],
  ['privacy_policy', 'Privacy statement'],
  ['terms_of_use', 'Terms of use'],
]

/**
 * Reads how a site's pages look from `_config.yml`, `_data/navigation.yml` and `_data/footer.yml` (Isomer's keys).
 * Never throws; what is missing or broken is left out.
 */
export function readSiteLook(texts: LookTexts): SiteLook {
  const config = parseConfig(texts.config ?? '')
  const navigation = parseConfig(texts.navigation ?? '')
  const footer = parseConfig(texts.footer ?? '')
  const told = footerWords.flatMap(([key, words]) => (footer[key] ? [words] : []))
  const named = [...listOf(footer.navlinks), ...listOf(footer.links)]
  return {
    name: textAt(config, 'title') ?? textAt(config, 'name') ?? 'This site',
    colours: {
      primary: colourAt(config.colors, 'primary-color', '#2b5797'),
      secondary: colourAt(config.colors, 'secondary-color', '#484848'),
    },
    logo: textAt(navigation, 'logo') ?? null,
    menu: listOf(navigation.links).flatMap((entry) => linkOf(entry) ?? []),
    footer: [...new Set([...told, ...named.flatMap((link) => textAt(link, 'title') ?? [])])],
    notice: textAt(parseConfig(texts.home ?? ''), 'notification') ?? null,
  }
}
