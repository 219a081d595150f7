import { type ReactNode, useLayoutEffect, useMemo } from 'react'
import { siteName } from '../../../lib/site-look/scope-selector.ts'
import { scopeSheet } from '../../../lib/site-look/scope-sheet.ts'
import type { SiteStyle } from '../../../lib/site-look/use-site-look.ts'
import { cx } from '../../../ui/class-names.ts'
import './site-look.css'
import { usePageLook } from './use-page-look.ts'
import { useWriteWidth } from './write-width.ts'

type MediaUrl = (src: string) => string | null

const scope = '.site-look'
/** The page itself has the class that Isomer's theme puts around every page's words. */
const siteLook = `site-look ${siteName('content')}`

const sheetOf = ({ colours, css }: SiteStyle, mediaUrl: MediaUrl) =>
  `${scope} { --site-primary: ${colours.primary}; --site-secondary: ${colours.secondary} }\n${scopeSheet(css, { scope, mediaUrl })}`

/** Dresses the page in the site's own sheet, as long as there is one to wear. */
function useSheet(style: SiteStyle | null, mediaUrl: MediaUrl): void {
  const css = useMemo(() => (style === null ? null : sheetOf(style, mediaUrl)), [style, mediaUrl])
  useLayoutEffect(() => {
    if (css === null) return
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    }
  }, [css])
}

/** The sheet of paper a page is written on: how wide it is, and whether it looks like the site. */
export function PageFrame(props: { readonly mediaUrl: MediaUrl; readonly children: ReactNode }) {
  const { mediaUrl, children } = props
  const { look, style } = usePageLook()
  const width = useWriteWidth((store) => store.width)
  const isSite = look === 'site'
  useSheet(isSite ? style : null, mediaUrl)
  // The site's pages are light, whatever the theme around them.
  const light = isSite ? { 'data-theme': 'light' } : {}
  return (
    <div className={cx('page-sheet', `page-${width}`, isSite && siteLook)} {...light}>
      {children}
    </div>
  )
}
