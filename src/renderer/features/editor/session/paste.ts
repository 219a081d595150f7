import DOMPurify from 'dompurify'

/** More than any real page; larger clipboards are refused before anything parses them. */
const mostPasted = 5_000_000

/**
 * Cleans pasted HTML before the editor reads it: no scripts, styles or handlers, nothing that fetches.
 * Parsing happens in an inert document, so pasted images are not loaded either.
 */
export function cleanPastedHtml(html: string): string {
  if (html.length > mostPasted) return ''
  return DOMPurify.sanitize(html, {
    USE_PROFILES: { html: true },
    FORBID_TAGS: [
      'style',
      'form',
      'input',
      'button',
      'textarea',
      'select',
      'video',
      'audio',
      'link',
      'meta',
    ],
    FORBID_ATTR: ['srcset', 'id', 'name', 'background'],
    WHOLE_DOCUMENT: false,
  })
}
