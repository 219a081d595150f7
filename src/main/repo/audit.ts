import { existsSync } from 'node:fs'
import { lstat, readdir, readFile, realpath } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { spawnGit } from './git/spawn-git.ts'

export type Audit =
  | { readonly kind: 'clean'; readonly settings: ReadonlyMap<string, string> }
  | {
      readonly kind: 'restricted'
      readonly found: readonly string[]
      readonly settings: ReadonlyMap<string, string>
    }
  | { readonly kind: 'not-a-repository' }

/** Settings that name no program, no other address and no other folder. Everything else restricts the site. */
const harmless = [
  /^core\.(repositoryformatversion|filemode|bare|logallrefupdates|ignorecase|precomposeunicode|symlinks|autocrlf|eol|safecrlf|longpaths|hidedotfiles|sharedrepository|quotepath|abbrev|compression|untrackedcache|sparsecheckout|sparsecheckoutcone|protectntfs|protecthfs)$/,
  /^remote\..+\.(fetch|tagopt|prune|promisor|partialclonefilter)$/,
  /^branch\..+\.(remote|merge|rebase|description|vscode-merge-base|github-pr-owner-number)$/,
  /^user\.(name|email|useconfigonly)$/,
  /^(author|committer)\.(name|email)$/,
  /^init\./,
  /^pull\.(rebase|ff)$/,
  /^push\.(default|autosetupremote)$/,
  /^fetch\.(prune|prunetags|parallel)$/,
  /^index\.(version|threads|sparse)$/,
  /^feature\./,
  /^lfs\.repositoryformatversion$/,
  /^lfs\.https:\/\/[^?#]+\.access$/,
  /^submodule\..+\.(url|active)$/,
  /^submodule\.active$/,
  /^extensions\.(objectformat|partialclone|worktreeconfig)$/,
  // One setting of `gc` names a program.
  /^(gui|color|advice|gc(?!\.recentobjectshook$)|pack|status|column)\./,
  /^commit\.(cleanup|verbose)$/,
]
const lfsFilter: Readonly<Record<string, string>> = {
  'filter.lfs.clean': 'git-lfs clean -- %f',
  'filter.lfs.smudge': 'git-lfs smudge -- %f',
  'filter.lfs.process': 'git-lfs filter-process',
  'filter.lfs.required': 'true',
}

/** https, ssh and scp-like addresses without an option in them; and plain folders, which publishing checks again. */
export function isHarmlessAddress(url: string): boolean {
  if (
    [...url].some((c) => c < ' ' || c === '\x7f') ||
    url.startsWith('-') ||
    /^[a-z][a-z0-9+.-]*::/i.test(url)
  )
    return false
  if (/^[a-z]+:\/\//i.test(url))
    return /^(https|ssh|http):\/\/(?!-)[^\s]+$/i.test(url) && !/^ssh:\/\/[^/]*@?-/.test(url)
  return true
}

/** Whether a setting of a repository names no program, no other address and no other folder. */
export function isHarmless(key: string, value: string): boolean {
  const lower = key.toLowerCase()
  if (/^remote\..+\.(url|pushurl)$/.test(lower)) return isHarmlessAddress(value)
  if (lower in lfsFilter) return lfsFilter[lower] === value
  return harmless.some((pattern) => pattern.test(lower))
}

interface Setting {
  readonly scope: string
  readonly key: string
  readonly value: string
}

async function readSettings(root: string): Promise<readonly Setting[] | null> {
  const done = await spawnGit(root, ['config', '--list', '--show-scope', '-z'], {
    deadline: 20_000,
  })
  if (done.code !== 0) return null
  const parts = done.stdout.toString().split('\0')
  const out: Setting[] = []
  for (let i = 0; i + 1 < parts.length; i += 2) {
    const [key = '', ...value] = (parts[i + 1] ?? '').split('\n')
    out.push({ scope: parts[i] ?? '', key, value: value.join('\n') })
  }
  return out
}

/** Programs in a repository's own folder that git would start. */
async function activeHooks(gitFolder: string): Promise<string[]> {
  const names = await readdir(join(gitFolder, 'hooks')).catch(() => [] as string[])
  return names
    .filter((name) => !name.endsWith('.sample') && !name.startsWith('.'))
    .map((name) => `program ${name}`)
}

async function attributes(gitFolder: string): Promise<string[]> {
  const text = await readFile(join(gitFolder, 'info/attributes'), 'utf8').catch(() => '')
  return /\b(filter|diff|merge)\s*=/.test(text.replace(/\b(filter|diff|merge)=lfs\b/g, ''))
    ? ['file info/attributes']
    : []
}

async function redirections(root: string): Promise<string[]> {
  const dotGit = join(root, '.git')
  const info = await lstat(dotGit)
  if (!info.isDirectory()) return ['site kept in another folder (.git)']
  const found: string[] = []
  for (const name of ['commondir', 'objects/info/alternates', 'gitdir'])
    if (existsSync(join(dotGit, name))) found.push(`site kept in another folder (${name})`)
  return found
}

/**
 * Looks for anything in a repository that could run a program or lead elsewhere, with nothing but `config` and
 * `rev-parse`, neither of which starts one. `root` must be the top folder.
 */
export async function auditRepository(root: string): Promise<Audit> {
  if (!existsSync(join(root, '.git'))) return { kind: 'not-a-repository' }
  const [top, settings] = await Promise.all([
    spawnGit(root, ['rev-parse', '--show-toplevel'], { deadline: 20_000 }),
    readSettings(root),
  ])
  const own = (settings ?? []).filter(({ scope }) => scope === 'local' || scope === 'worktree')
  const values = new Map(own.map(({ key, value }) => [key, value]))
  const found = own
    .filter(({ key, value }) => !isHarmless(key, value))
    .map(({ key }) => `setting ${key}`)
  if (top.code !== 0 || !settings)
    found.push(
      /dubious ownership/.test(top.stderr)
        ? 'a folder that belongs to another user'
        : 'a folder that git refuses to read',
    )
  else if ((await realpath(top.stdout.toString().trim())) !== (await realpath(root)))
    found.push('site kept in another folder (core.worktree)')
  const gitFolder = join(root, '.git')
  found.push(...(await redirections(root)))
  if (found.every((f) => !f.startsWith('site kept')))
    found.push(...(await activeHooks(gitFolder)), ...(await attributes(gitFolder)))
  const unique = [...new Set(found)]
  return unique.length === 0
    ? { kind: 'clean', settings: values }
    : { kind: 'restricted', found: unique, settings: values }
}

/** The top folder of the repository that holds `folder`, or null; asks without running anything else. */
export async function topOf(folder: string): Promise<string | null> {
  for (let at = await realpath(folder); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at
    if (dirname(at) === at) return null
  }
}
