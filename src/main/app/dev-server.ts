/** Part of development builds only: `npm run dev` serves the user interface from Vite, with hot reload. */

/** Vite's client talks over a socket and puts scripts and styles into the page. */
function developmentPolicy(server: string): string {
  const socket = server.replace(/^http/, 'ws')
  return [
    "default-src 'none'",
    "script-src 'self' 'unsafe-inline'",
    "worker-src 'self' blob:",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' media: data: blob:",
    "font-src 'self' data:",
    `connect-src 'self' ${socket}`,
    'frame-src preview:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

/** Answers `app://main/…` with what the development server has, so that pages keep their real origin. */
export async function answerFromDevServer(request: Request, server: string): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const answer = await fetch(new URL(pathname + search, server))
  const headers = new Headers({
    'content-type': answer.headers.get('content-type') ?? 'text/plain',
    'content-security-policy': developmentPolicy(server),
    'cache-control': 'no-store',
  })
  return new Response(await answer.arrayBuffer(), { status: answer.status, headers })
}
