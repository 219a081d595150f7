import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { contentSecurityPolicy } from './content-security-policy.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.aff': 'text/plain; charset=utf-8',
  '.dic': 'text/plain; charset=utf-8',
}

const plain = /^(?:[\w@-][\w@.-]*\/)*[\w@-][\w@.-]*$/

/** The file of the user interface an address names, relative to its folder; null for anything else. */
function uiFileOf(address: string): string | null {
  const { host, pathname } = new URL(address)
  if (host !== 'main') return null
  const path = pathname === '/' ? 'index.html' : pathname.slice(1)
  return plain.test(path) && extname(path) in types ? path : null
}

function page(html: string): Response {
  const nonce = randomBytes(16).toString('base64')
  // Vite's own place for the nonce; style libraries are handed it from there.
  const marked = html.replace('<head>', `<head><meta property="csp-nonce" nonce="${nonce}">`)
  return new Response(marked, {
    headers: {
      'content-type': types['.html'] ?? '',
      'content-security-policy': contentSecurityPolicy(nonce),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  })
}

/** Answers `app://main/…` with the built user interface in `folder`, and nothing else. */
export async function answerUi(request: Request, folder: string): Promise<Response> {
  const file = request.method === 'GET' ? uiFileOf(request.url) : null
  if (file === null) return new Response(null, { status: 404 })
  try {
    const bytes = await readFile(join(folder, file))
    if (extname(file) === '.html') return page(bytes.toString('utf8'))
    return new Response(new Uint8Array(bytes), {
      headers: { 'content-type': types[extname(file)] ?? '', 'x-content-type-options': 'nosniff' },
    })
  } catch {
    return new Response(null, { status: 404 })
  }
}
