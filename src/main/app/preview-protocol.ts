import type { Previews } from '../site/previews.ts'

/** A preview shows words, styles and the site's pictures; it runs, sends and fetches nothing. */
const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src media: data:',
  'media-src media:',
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors app:',
  'sandbox',
].join('; ')

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
} as const

/** Answers `preview://page/…` with a page that was made to be looked at, and nothing else. */
export function answerPreview(request: Request, previews: Previews): Response {
  const html = request.method === 'GET' ? previews.find(request.url) : null
  return html === null
    ? new Response(null, { status: 404, headers })
    : new Response(html, { headers })
}
