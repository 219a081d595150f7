/**
 * CSS of a site that may stand in a page's `<style>`: it cannot end the element, imports nothing, and names only files
 * of the site. A second wall stands behind it: the page's policy lets nothing else be fetched.
 */
export function quietCss(css: string, mediaUrl: (src: string) => string | null): string {
  return css
    .replace(/@(?:import|charset|namespace)\b[^;]*;?/gi, '')
    .replace(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)\s]*))\s*\)/gi, (_, a, b, c) => {
      const address = String(a ?? b ?? c ?? '')
      const url = address.startsWith('data:image/') ? address : mediaUrl(address)
      return `url("${(url ?? '').replace(/["\\\n]/g, encodeURIComponent)}")`
    })
    .replace(/<(?=[/!])/g, '\\3c ')
}
