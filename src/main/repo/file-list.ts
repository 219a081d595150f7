import { type Dirent, lstat, type Stats, stat } from 'node:fs'
import { readdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import type { RepoPath } from '../../shared/domain/repo-path.ts'
import { isTemporaryName } from './atomic-write.ts'
import { isInside } from './contained-path.ts'
import { spawnGit } from './git/spawn-git.ts'
import { openPathList } from './path-list.ts'
import { touchesRepository } from './platform-rules.ts'
import type { ListedFile } from './site-session.ts'

/** Folders made by tools, never content; git's own ignore rules name them in most sites, a walk must know them. */
const generated = new Set(['node_modules', '_site', '.jekyll-cache', '.sass-cache', '.bundle'])

function isContent(path: RepoPath): boolean {
  return !path.includes('\ufffd') && !touchesRepository(path) && !isTemporaryName(lastPart(path))
}

const lastPart = (path: string) => path.slice(path.lastIndexOf('/') + 1)

/** Plain call-backs: for 20,000 files they take a third of the time of promises. */
function statOf(file: string): Promise<Stats | null> {
  return new Promise((resolve) => {
    lstat(file, (error, stats) => resolve(error ? null : stats))
  })
}

function targetOf(file: string): Promise<Stats | null> {
  return new Promise((resolve) => {
    stat(file, (error, stats) => resolve(error ? null : stats))
  })
}

/** A link counts as the file it leads to, if that lies inside the site. */
async function linkedFile(root: string, file: string): Promise<Stats | null> {
  const real = await realpath(file).catch(() => null)
  return real !== null && isInside(root, real) ? targetOf(real) : null
}

async function measure(root: string, path: RepoPath): Promise<ListedFile | null> {
  const file = join(root, path)
  const own = await statOf(file)
  const stats = own?.isSymbolicLink() ? await linkedFile(root, file) : own
  return stats?.isFile() ? { path, bytes: stats.size, changedMs: stats.mtimeMs } : null
}

/** Sizes of the files among `paths`; folders, pipes, links out of the site and what is gone are left out. */
export async function measureFiles(
  root: string,
  paths: readonly RepoPath[],
): Promise<readonly ListedFile[]> {
  const files = await Promise.all(paths.filter(isContent).map((path) => measure(root, path)))
  return files.filter((file) => file !== null)
}

async function askPaths(
  root: string,
  which: readonly string[],
): Promise<readonly RepoPath[] | null> {
  const done = await spawnGit(root, ['ls-files', '-z', ...which], { deadline: 60_000 })
  if (done.code !== 0) return null
  const paths = done.stdout.toString('utf8').split('\0')
  return paths.filter((path) => path !== '' && !path.endsWith('/'))
}

const inGenerated = (path: RepoPath) => path.split('/').some((part) => generated.has(part))

/** What git tracks, wherever it lies, and what is new and neither ignored nor generated. null where git cannot tell. */
async function gitPaths(root: string): Promise<readonly RepoPath[] | null> {
  const [tracked, added] = await Promise.all([
    askPaths(root, ['--cached']),
    askPaths(root, ['--others', '--exclude-standard']),
  ])
  if (!tracked || !added) return null
  return [...new Set([...tracked, ...added.filter((path) => !inGenerated(path))])]
}

/** Calls back for every entry below `start` (a path, `''`: all) but the repository's own and generated ones; links are not followed. */
export async function walkFolder(
  root: string,
  visit: (path: RepoPath, entry: Dirent) => void,
  start: RepoPath = '',
): Promise<void> {
  const enter = async (folder: RepoPath, depth: number): Promise<void> => {
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => [])
    const below: Promise<void>[] = []
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      visit(path, entry)
      if (entry.isDirectory() && depth < 200 && isOpenFolder(path, entry.name))
        below.push(enter(path, depth + 1))
    }
    await Promise.all(below)
  }
  await enter(start, 0)
}

/** Whether content can lie in a folder of this path and name. */
export function isOpenFolder(path: RepoPath, name: string): boolean {
  return !generated.has(name) && !touchesRepository(path)
}

async function walkedPaths(root: string): Promise<readonly RepoPath[]> {
  const paths: RepoPath[] = []
  await walkFolder(root, (path, entry) => {
    if (entry.isFile() || entry.isSymbolicLink()) paths.push(path)
  })
  return paths
}

/** Every folder that content can lie in, the top folder as `''`, and every file with ignore rules. */
async function placesIn(root: string): Promise<readonly string[]> {
  const places = ['']
  await walkFolder(root, (path, entry) => {
    const isOpen = entry.isDirectory() && isOpenFolder(path, entry.name)
    if (isOpen || entry.name === '.gitignore') places.push(path)
  })
  return places
}

/**
 * Every plain file of the site in its folder, sorted. With `useGit` what git ignores is left out; without it (no git command
 * that reads the folder may run there) only well-known generated folders are.
 */
export function openFolderList(
  root: string,
  useGit: boolean,
): () => Promise<readonly ListedFile[]> {
  const known = openPathList({
    root,
    placesIn: () => placesIn(root),
    ask: () => gitPaths(root),
  })
  return async () => {
    const paths = (useGit ? await known() : null) ?? (await walkedPaths(root))
    const files = await measureFiles(root, paths)
    return files.toSorted((one, two) => (one.path < two.path ? -1 : 1))
  }
}
