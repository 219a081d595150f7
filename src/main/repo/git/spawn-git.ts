import { spawn } from 'node:child_process'
import { gitEnvironment, gitSettings } from './profile.ts'

export interface SpawnOptions {
  readonly input?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
  /** Milliseconds for the whole command; then it and its children are ended. */
  readonly deadline: number
  readonly signal?: AbortSignal
  /** The remote is an audited bare repository on this computer. */
  readonly localRemote?: boolean
  /** What git says while it works. */
  readonly onStderr?: (text: string) => void
  /** Told the number of the process. */
  readonly onStart?: (pid: number) => void
}

export interface SpawnedGit {
  /** null: ended by a signal. */
  readonly code: number | null
  readonly signal: string | null
  readonly timedOut: boolean
  readonly stdout: Buffer
  readonly stderr: string
}

/** Ends a command with all its children: git leaves its network helpers behind when only it is told to stop. */
function endGroup(pid: number | undefined) {
  if (pid === undefined) return
  try {
    if (process.platform === 'win32')
      spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' })
    else process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended by itself meanwhile.
  }
}

/** Runs git as a process of its own group under the profile, for bytes and for the network. */
export function spawnGit(
  root: string,
  args: readonly string[],
  options: SpawnOptions,
): Promise<SpawnedGit> {
  return new Promise((resolve, reject) => {
    const settings = gitSettings().flatMap((setting) => ['-c', setting])
    const child = spawn('git', [...settings, ...args], {
      cwd: root,
      env: { ...gitEnvironment(root, options.localRemote), ...options.env },
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
    })
    if (child.pid !== undefined) options.onStart?.(child.pid)
    const out: Buffer[] = []
    let stderr = ''
    let timedOut = false
    const stop = () => endGroup(child.pid)
    const timer = setTimeout(() => {
      timedOut = true
      stop()
    }, options.deadline)
    options.signal?.addEventListener('abort', stop)
    if (options.signal?.aborted) stop()
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => {
      const text = chunk.toString()
      if (stderr.length < 1_000_000) stderr += text
      options.onStderr?.(text)
    })
    // A command that does not read its input closes the pipe; its exit says why.
    child.stdin.on('error', () => undefined)
    child.stdin.end(options.input)
    const settle = () => {
      clearTimeout(timer)
      options.signal?.removeEventListener('abort', stop)
    }
    child.on('error', (error) => {
      settle()
      reject(error)
    })
    child.on('close', (code, signal) => {
      settle()
      resolve({ code, signal, timedOut, stdout: Buffer.concat(out), stderr })
    })
  })
}
