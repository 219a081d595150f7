import { spawn } from 'node:child_process'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, dirname } from 'node:path'
import { type ContentRepo, rawGit } from './content-repo-builder.ts'

/** What is asked of the server, as a test tells requests apart. */
export type Step = 'look' | 'fetch' | 'offer' | 'push'

/** What the server does instead of a plain answer. `lose`: does what was asked and cuts the line before answering. */
export type Fault =
  | { readonly kind: 'lose' | 'cut' }
  | { readonly kind: 'answer'; readonly status: number; readonly body: string }

function stepOf({ url = '', method }: IncomingMessage): Step {
  if (url.includes('service=git-receive-pack')) return 'offer'
  if (method === 'GET') return 'look'
  // A newer protocol asks for the list of branches by POST as well.
  return url.endsWith('git-receive-pack') ? 'push' : 'fetch'
}

/** Runs git's own server for one request and gives back all it printed. */
async function askBackend(request: IncomingMessage, bare: string): Promise<Buffer> {
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost')
  const child = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env.PATH,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_PROJECT_ROOT: dirname(bare),
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: pathname,
      QUERY_STRING: search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      REMOTE_USER: 'tester',
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  request.pipe(child.stdin)
  child.stdin.on('error', () => undefined)
  const out: Buffer[] = []
  for await (const chunk of child.stdout) out.push(chunk as Buffer)
  return Buffer.concat(out)
}

function answer(response: ServerResponse, output: Buffer): void {
  const end = output.indexOf('\r\n\r\n')
  for (const line of output.subarray(0, end).toString().split('\r\n')) {
    const [name = '', ...value] = line.split(': ')
    if (name === 'Status') response.statusCode = Number.parseInt(value.join(': '), 10)
    else response.setHeader(name, value.join(': '))
  }
  response.end(output.subarray(end + 4))
}

/** Puts the bare repository behind a site on a web server of this computer, which fails when it is told to. */
export async function httpRemote(site: ContentRepo) {
  const bare = site.remote ?? ''
  const asked: Step[] = []
  let onStep: (step: Step) => Fault | null = () => null
  const server = createServer((request, response) => {
    const step = stepOf(request)
    asked.push(step)
    const fault = onStep(step)
    const serve = async () => {
      if (fault?.kind === 'answer') {
        request.resume()
        response.writeHead(fault.status, { 'content-type': 'text/html' }).end(fault.body)
        return
      }
      if (fault?.kind === 'cut') {
        request.socket.destroy()
        return
      }
      const output = await askBackend(request, bare)
      if (fault?.kind === 'lose') request.socket.destroy()
      else answer(response, output)
    }
    serve().catch(() => request.socket.destroy())
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  await rawGit(bare, 'config', 'http.receivepack', 'true')
  await site.git('remote', 'set-url', 'origin', `http://127.0.0.1:${port}/${basename(bare)}`)
  return {
    asked,
    /** Decides what becomes of each request. */
    on(decide: (step: Step) => Fault | null) {
      onStep = decide
    },
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
