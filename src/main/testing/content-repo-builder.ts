import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The user's own git settings and variables must not reach a test. */
const environment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^git_/i.test(name))),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.test',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.test',
}

/** Runs the real git in a folder and answers what it printed, without the last line end. */
export async function rawGit(folder: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await run('git', ['-c', 'core.autocrlf=false', ...args], {
    cwd: folder,
    env: environment,
    maxBuffer: 64 * 1024 * 1024,
  })
  return stdout.replace(/\n$/, '')
}

type Content = string | Uint8Array
type Files = Readonly<Record<string, Content>>

interface Recipe {
  readonly files: Files
  readonly links: Readonly<Record<string, string>>
  readonly later: Files
  readonly removed: readonly string[]
  readonly branch: string
  readonly remote: boolean
  readonly crlf: boolean
  readonly state: 'clean' | 'detached' | 'unborn' | 'merging'
}

async function put(root: string, files: Files) {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), content)
  }
}

/** What Git for Windows leaves with `autocrlf=true`: LF in the repository, CRLF in the folder. */
async function turnIntoCrlf(root: string, files: Files) {
  for (const [path, content] of Object.entries(files)) {
    if (typeof content === 'string')
      await writeFile(join(root, path), content.replace(/\r?\n/g, '\r\n'))
  }
}

async function startMerge(root: string, branch: string) {
  const git = (...args: string[]) => rawGit(root, ...args)
  await git('switch', '-q', '-c', 'other')
  await put(root, { 'clash.txt': 'theirs\n' })
  await git('add', '--all')
  await git('commit', '-qm', 'theirs')
  await git('switch', '-q', branch)
  await put(root, { 'clash.txt': 'mine\n' })
  await git('add', '--all')
  await git('commit', '-qm', 'mine')
  await git('merge', '-q', 'other').catch(() => 'the clash is what the test wants')
}

async function addRemote(root: string, bare: string, branch: string) {
  await rawGit(bare, 'init', '-q', '--bare', '-b', branch)
  await rawGit(root, 'remote', 'add', 'origin', bare)
  await rawGit(root, 'push', '-q', '-u', 'origin', branch)
}

async function commitAll(root: string, recipe: Recipe) {
  await put(root, recipe.files)
  for (const [path, target] of Object.entries(recipe.links)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await symlink(target, join(root, path))
  }
  if (recipe.state === 'unborn') return
  await rawGit(root, 'add', '--all', '--force')
  await rawGit(root, 'commit', '-qm', 'fixture', '--allow-empty')
}

async function bringInto(root: string, { state, branch }: Recipe) {
  if (state === 'detached') await rawGit(root, 'switch', '-q', '--detach')
  if (state === 'merging') await startMerge(root, branch)
}

async function buildRepo(recipe: Recipe) {
  const top = await realpath(await mkdtemp(join(tmpdir(), 'galley-test-')))
  const root = join(top, 'site')
  const bare = join(top, 'remote.git')
  const profileDir = join(top, 'profile')
  for (const folder of [root, bare, profileDir]) await mkdir(folder)
  const git = (...args: readonly string[]) => rawGit(root, ...args)
  await git('init', '-q', '-b', recipe.branch)
  await git('config', 'user.name', 'Test')
  await git('config', 'user.email', 'test@example.test')
  await commitAll(root, recipe)
  if (recipe.remote) await addRemote(root, bare, recipe.branch)
  await bringInto(root, recipe)
  if (recipe.crlf) await turnIntoCrlf(root, recipe.files)
  await put(root, recipe.later)
  for (const path of recipe.removed) await rm(join(root, path), { recursive: true })
  return {
    /** Real path of the working folder. */
    root,
    /** Real path of the bare repository behind `origin`; null without `withRemote()`. */
    remote: recipe.remote ? bare : null,
    /** An empty folder for the application's own files, outside the site. */
    profileDir,
    /** The folder holding all of the above; free for more. */
    top,
    git,
    write: (path: string, content: Content) => put(root, { [path]: content }),
    log: async (ref = 'HEAD') => (await git('log', '--format=%s', ref)).split('\n'),
    status: () => git('status', '--porcelain'),
    [Symbol.asyncDispose]: () => rm(top, { recursive: true, force: true, maxRetries: 3 }),
  }
}

/** A repository as `contentRepo().build()` leaves it on disk. */
export type ContentRepo = Awaited<ReturnType<typeof buildRepo>>

function builder(recipe: Recipe) {
  const but = (change: Partial<Recipe>) => builder({ ...recipe, ...change })
  return {
    /** A committed file. */
    file: (path: string, content: Content) => but({ files: { ...recipe.files, [path]: content } }),
    files: (files: Files) => but({ files: { ...recipe.files, ...files } }),
    /** A committed symbolic link. */
    symlink: (path: string, target: string) => but({ links: { ...recipe.links, [path]: target } }),
    branch: (branch: string) => but({ branch }),
    /** A bare repository beside the site as `origin`, with the branch pushed and tracked. */
    withRemote: () => but({ remote: true }),
    /** Working files get CRLF, the committed ones keep LF. */
    crlf: () => but({ crlf: true }),
    /** A second committed file whose path differs from the first in case only. */
    caseClash: (path: string, content: Content = 'other\n') =>
      but({ files: { ...recipe.files, [path]: 'one\n', [path.toUpperCase()]: content } }),
    /** Written after the commit: an uncommitted change or a new file. */
    dirty: (path: string, content: Content) => but({ later: { ...recipe.later, [path]: content } }),
    /** Removed from the folder after the commit. */
    removed: (path: string) => but({ removed: [...recipe.removed, path] }),
    detached: () => but({ state: 'detached' }),
    /** No commit yet; the files are only in the folder. */
    unborn: () => but({ state: 'unborn' }),
    /** A merge stopped by a clash in `clash.txt`. */
    merging: () => but({ state: 'merging' }),
    build: () => buildRepo(recipe),
  }
}

/** Describes a repository, then builds it for real in a temp folder with the git binary. */
export function contentRepo(files: Files = {}) {
  return builder({
    files,
    links: {},
    later: {},
    removed: [],
    branch: 'main',
    remote: false,
    crlf: false,
    state: 'clean',
  })
}
