import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Readable, Writable } from 'node:stream'

/** What goes wrong on the way; without it, git answers. */
export type HttpFault =
  /** Takes the request and never answers. */
  | { readonly kind: 'hang' }
  | { readonly kind: 'status'; readonly status: number; readonly body?: string }
  | { readonly kind: 'html' }
  | { readonly kind: 'redirect'; readonly to: string }
  /** Breaks the connection after so many bytes of contents. */
  | { readonly kind: 'cut'; readonly after: number }
  /** Goes silent after so many bytes of contents. */
  | { readonly kind: 'stall'; readonly after: number }

type Backend = ChildProcessByStdio<Writable, Readable, null>

function backend(projects: string, request: IncomingMessage): Backend {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const child = spawn('git', ['http-backend'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {
      ...process.env,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_PROJECT_ROOT: projects,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: decodeURIComponent(url.pathname),
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method ?? 'GET',
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      REMOTE_USER: 'test',
    },
  })
  child.stdin.on('error', () => undefined)
  request.pipe(child.stdin)
  return child
}

/** Turns what a CGI program prints into an answer; `limit` bytes of its body at most. */
function passOn(child: Backend, response: ServerResponse, fault: HttpFault | null): void {
  const limit = fault?.kind === 'cut' || fault?.kind === 'stall' ? fault.after : null
  let head = Buffer.alloc(0)
  let sent = 0
  let open = false
  const send = (bytes: Buffer) => {
    const part = limit === null ? bytes : bytes.subarray(0, Math.max(0, limit - sent))
    sent += part.length
    response.write(part)
    if (limit !== null && sent >= limit && fault?.kind === 'cut') response.destroy()
  }
  child.stdout.on('data', (chunk: Buffer) => {
    if (open) return send(chunk)
    head = Buffer.concat([head, chunk])
    const end = head.indexOf('\r\n\r\n')
    if (end < 0) return
    open = true
    for (const line of head.subarray(0, end).toString().split('\r\n')) {
      const [name = '', value = ''] = line.split(/: (.*)/s)
      if (name === 'Status') response.statusCode = Number.parseInt(value, 10)
      else response.setHeader(name, value)
    }
    send(head.subarray(end + 4))
  })
  child.on('close', () => {
    if (limit === null || sent < limit) response.end()
  })
  response.on('close', () => child.kill('SIGKILL'))
}

/**
 * Serves the bare repositories in `projects` over plain http on this computer, as hosts do. `fault` may be changed at any time;
 * `cut` and `stall` concern contents only.
 */
export async function gitHttpServer(projects: string) {
  let fault: HttpFault | null = null
  let open = 0
  const asked: IncomingMessage[] = []
  const server = createServer((request, response) => {
    asked.push(request)
    if (fault?.kind === 'hang') return
    if (fault?.kind === 'status') {
      if (fault.status === 401) response.setHeader('WWW-Authenticate', 'Basic realm="site"')
      response.writeHead(fault.status).end(fault.body)
      return
    }
    if (fault?.kind === 'redirect') {
      response.writeHead(302, { Location: `${fault.to}${request.url}` }).end()
      return
    }
    if (fault?.kind === 'html') {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>Welcome, please pay</h1>')
      return
    }
    const contents = request.method === 'POST' && /-pack$/.test(request.url ?? '')
    passOn(backend(projects, request), response, contents ? fault : null)
  })
  server.on('connection', (socket) => {
    open++
    socket.on('error', () => undefined)
    socket.on('close', () => open--)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    /** Every request so far, with what it brought. */
    asked: asked as readonly IncomingMessage[],
    openConnections: () => open,
    setFault(next: HttpFault | null) {
      fault = next
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
