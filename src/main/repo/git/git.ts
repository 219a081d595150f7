import { simpleGit } from 'simple-git'
import { AppError } from '../../../shared/ipc/app-error.ts'
import { gitEnvironment, gitSettings, guardedVariables } from './profile.ts'
import { type SpawnedGit, type SpawnOptions, spawnGit } from './spawn-git.ts'

/** A git command that ended with an error; `output` is git's own words, for classification and the log. */
export class GitFailure extends Error {
  override readonly name = 'GitFailure'
  readonly output: string
  constructor(output: string, options?: ErrorOptions) {
    super(output.split('\n')[0] ?? 'git failed', options)
    this.output = output
  }
}

export interface RunOptions {
  /** Written to the command's standard input. */
  readonly input?: string | Uint8Array
  /** Variables for this command only (author, committer). */
  readonly env?: Readonly<Record<string, string>>
}

/** git in one repository, under the profile that starts no program of the repository's. */
export interface Git {
  readonly root: string
  /** Runs a local command; answers what it printed. Throws GitFailure. */
  run(args: readonly string[], options?: RunOptions): Promise<string>
  /** Runs a local command whose output is bytes. */
  bytes(args: readonly string[], options?: RunOptions): Promise<Buffer>
  /** Runs a command that talks to a remote, with a deadline for all of it. */
  network(args: readonly string[], options: SpawnOptions): Promise<SpawnedGit>
}

/** A killed git, or one that failed without words, is a failure (simple-git alone takes it for success). */
function strictErrors(
  error: Buffer | Error | undefined,
  result: { exitCode: number; stdOut: Buffer[]; stdErr: Buffer[] },
) {
  if (error) return error
  if (result.exitCode === 0) return undefined
  const text = Buffer.concat([...result.stdOut, ...result.stdErr]).toString()
  return Buffer.from(text || `git ended with ${result.exitCode}`)
}

/** Opens git for the top folder of a repository that passed the audit. */
export function openGit(root: string): Git {
  async function run(args: readonly string[], { input, env }: RunOptions = {}): Promise<string> {
    const git = simpleGit({
      baseDir: root,
      completion: { onClose: true, onExit: false },
      timeout: { block: 60_000 },
      errors: strictErrors,
      config: [...gitSettings()],
      ...(input === undefined
        ? {}
        : { input: () => (typeof input === 'string' ? input : Buffer.from(input)) }),
      allowEnvironment: guardedVariables,
      unsafe: {
        allowUnsafeFsMonitor: true,
        allowUnsafeHooksPath: true,
        allowUnsafeSshCommand: true,
        allowUnsafeAskPass: true,
        allowUnsafeEditor: true,
        allowUnsafePager: true,
        allowUnsafeGitProxy: true,
        allowUnsafeGpgProgram: true,
        allowUnsafeSubmodule: true,
        allowUnsafeMergeDriver: true,
      },
    }).env({ ...gitEnvironment(root), ...env })
    try {
      return await git.raw([...args])
    } catch (error) {
      throw new GitFailure(error instanceof Error ? error.message : String(error), { cause: error })
    }
  }
  return {
    root,
    run,
    async bytes(args, { input, env } = {}) {
      const done = await spawnGit(root, args, {
        ...(input === undefined ? {} : { input }),
        ...(env ? { env } : {}),
        deadline: 60_000,
      })
      if (done.code !== 0)
        throw new GitFailure(done.stderr || `git ended with ${done.code ?? done.signal}`)
      return done.stdout
    },
    network: (args, options) => spawnGit(root, args, options),
  }
}

/** The installed git's version, or an AppError that says how to get one. */
export async function requireGit(): Promise<string> {
  const done = await spawnGit(process.cwd(), ['--version'], { deadline: 10_000 }).catch(() => null)
  const version = /(\d+)\.(\d+)[.\d]*/.exec(done?.stdout.toString() ?? '')
  if (done?.code !== 0 || !version)
    throw new AppError(
      'git-missing',
      `Galley needs git to keep and publish a site, and there is none on this computer. ${howToGetGit()}`,
    )
  const [text, major, minor] = version
  if (Number(major) < 2 || (Number(major) === 2 && Number(minor) < 38))
    throw new AppError(
      'git-missing',
      `The git on this computer (${text}) is too old to be safe; Galley needs 2.38 or newer. ${howToGetGit()}`,
    )
  return text
}

function howToGetGit(): string {
  if (process.platform === 'win32')
    return 'Install it from https://git-scm.com/download/win, then start Galley again.'
  if (process.platform === 'darwin')
    return 'Open Terminal, type “xcode-select --install”, then start Galley again.'
  return 'Install the package “git” (Debian and Ubuntu: sudo apt-get install git), then start Galley again.'
}
