import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const environment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^git_/i.test(name))),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Site Developer',
  GIT_AUTHOR_EMAIL: 'developer@example.test',
  GIT_COMMITTER_NAME: 'Site Developer',
  GIT_COMMITTER_EMAIL: 'developer@example.test',
}

/** Runs git itself, not Galley's, and answers what it printed. */
export function git(folder: string, ...args: readonly string[]): string {
  return execFileSync('git', ['-c', 'core.quotepath=false', ...args], {
    cwd: folder,
    env: environment,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** The lines a commit takes away and adds, as `git show` tells them. */
export function changedLines(folder: string, commit: string): readonly string[] {
  return git(folder, 'show', '--format=', '--unified=0', '--no-color', commit)
    .split('\n')
    .filter((line) => /^[-+](?![-+]{2} )/.test(line))
}

export const commitCount = (folder: string, ref: string): number =>
  Number(git(folder, 'rev-list', '--count', ref))

export interface Repository {
  readonly site: string
  readonly remote: string
  readonly branch: string
  remove(): void
}

/** Makes a folder of files a repository whose branch is pushed to a bare one beside it. */
export function makeRepository(from: string, branch = 'staging'): Repository {
  const top = mkdtempSync(join(tmpdir(), 'galley-e2e-'))
  const site = join(top, 'site')
  const remote = join(top, 'remote.git')
  mkdirSync(remote)
  cpSync(from, site, { recursive: true })
  git(site, 'init', '-q', '-b', branch)
  git(site, 'config', 'user.name', 'Edith Editor')
  git(site, 'config', 'user.email', 'edith@example.test')
  git(site, 'add', '--all', '--force')
  git(site, 'commit', '-qm', 'The site as it is')
  git(remote, 'init', '-q', '--bare', '--template=', '-b', branch)
  git(site, 'remote', 'add', 'origin', remote)
  git(site, 'push', '-q', '-u', 'origin', branch)
  return { site, remote, branch, remove: () => rmSync(top, { recursive: true, force: true }) }
}

/** A real site to try things on, where the machine has any. */
export function sharedSite(name: string): string | null {
  const folder = join(__dirname, '../../../shared/sites', name)
  return existsSync(folder) ? folder : null
}

/** A colleague's change, published from another clone. */
export function publishElsewhere(
  remote: string,
  branch: string,
  change: (folder: string) => void,
): string {
  const folder = mkdtempSync(join(tmpdir(), 'galley-colleague-'))
  try {
    git(folder, 'clone', '-q', '--branch', branch, remote, 'site')
    const site = join(folder, 'site')
    change(site)
    git(site, 'add', '--all')
    git(site, 'commit', '-qm', 'A colleague’s change')
    git(site, 'push', '-q', 'origin', branch)
    return git(site, 'rev-parse', 'HEAD').trim()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
