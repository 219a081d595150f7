import { scopeSelector } from './scope-selector.ts'

interface Options {
  /** The selector of the only element that the sheet may change. */
  readonly scope: string
  /** Where the app shows a file that the sheet mentions; null for other hosts. */
  readonly mediaUrl: (src: string) => string | null
}

/** What would hide words from their editor, take the mouse from them, or reach out of the page. */
const never =
  /^(?:pointer-events|user-select|-webkit-user-select|-webkit-user-modify|-webkit-user-drag|app-region|-webkit-app-region|white-space.*|text-wrap.*|visibility|content-visibility|contain|container.*|z-index|cursor|animation.*|transition.*|view-transition-name|will-change|-webkit-line-clamp|zoom)$/

const isAllowed = (name: string, value: string): boolean =>
  !never.test(name) &&
  !(name === 'display' && value === 'none') &&
  !(name === 'position' && !/^(?:static|relative)$/.test(value)) &&
  !/(?:image-set|cross-fade|paint|element|src)\(/i.test(value)

/** A value with the site's own files in it; null where it names any other address. */
function withMedia(value: string, mediaUrl: Options['mediaUrl']): string | null {
  let known = true
  const made = value.replace(/url\("((?:[^"\\]|\\.)*)"\)/g, (_, address: string) => {
    const url = address.startsWith('data:image/') ? address : mediaUrl(address)
    if (url === null) known = false
    return `url("${url ?? ''}")`
  })
  return known && !/url\((?!")/.test(made) ? made : null
}

function declarationsOf(style: CSSStyleDeclaration, mediaUrl: Options['mediaUrl']): string {
  const kept: string[] = []
  for (const name of style) {
    const value = withMedia(style.getPropertyValue(name), mediaUrl)
    if (!value || !isAllowed(name, value)) continue
    const important = style.getPropertyPriority(name) === 'important' ? ' !important' : ''
    // The site's variables are not ours.
    const own = value.replace(/var\(\s*--/g, 'var(--site-')
    kept.push(`${name.replace(/^--/, '--site-')}: ${own}${important};`)
  }
  return kept.join(' ')
}

const width = String.raw`\((?:min|max)-width: [\d.]+(?:px|em|rem)\)`
const widths = new RegExp(`^(?:(?:only )?(?:screen|all) and )?(${width}(?: and ${width})*)$`)

/** Rules for narrow screens count the width of the page, not of the window around it. */
function condition(media: string): string | null {
  if (/^print\b/.test(media)) return null
  const counted = widths.exec(media)?.[1]
  return counted === undefined ? `@media ${media}` : `@container site-page ${counted}`
}

function written(rules: CSSRuleList, options: Options): string {
  let css = ''
  const inside = (head: string, within: CSSRuleList) => {
    const text = written(within, options)
    if (text !== '') css += `${head} {\n${text}}\n`
  }
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule) {
      const declarations = declarationsOf(rule.style, options.mediaUrl)
      if (declarations !== '')
        css += `${scopeSelector(rule.selectorText, options.scope)} { ${declarations} }\n`
    } else if (rule instanceof CSSMediaRule) {
      const head = condition(rule.media.mediaText)
      if (head !== null) inside(head, rule.cssRules)
    } else if (rule instanceof CSSSupportsRule)
      inside(`@supports ${rule.conditionText}`, rule.cssRules)
  }
  return css
}

/**
 * A site's CSS as it may act in the editor: read by the browser itself, then told anew with every selector inside
 * `scope`, without what hides words or leaves the page, and with addresses of the site's own files only.
 */
export function scopeSheet(css: string, options: Options): string {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  return written(sheet.cssRules, options)
}
