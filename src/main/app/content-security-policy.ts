/**
 * What our own page may load: its own files, the site's pictures, and style elements that carry this load's nonce
 * (CodeMirror, TipTap and Base UI make some). No network at all. TipTap's parser rules out trusted types.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' media: data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    'frame-src preview:',
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
