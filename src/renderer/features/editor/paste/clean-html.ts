import DOMPurify from 'dompurify'
import { tidyHtml } from './tidy-html.ts'

/** More than any real page; larger clipboards are refused before anything parses them. */
const mostPasted = 5_000_000

/**
 * Cleans pasted HTML before the editor reads it: no scripts, styles or handlers, nothing that fetches, and nothing
 * that only other programs need. Parsing happens in an inert document, so pasted images are not loaded either.
 */
export function cleanPastedHtml(html: string): string {
  if (html.length > mostPasted) return ''
  const clean = DOMPurify.sanitize(html, {
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
    // What stands on a control is not part of the words.
    ADD_FORBID_CONTENTS: ['button', 'textarea', 'select'],
    FORBID_ATTR: ['srcset', 'id', 'name', 'background'],
    WHOLE_DOCUMENT: false,
  })
  const { body } = new DOMParser().parseFromString(clean, 'text/html')
  tidyHtml(body)
  return body.innerHTML
}
