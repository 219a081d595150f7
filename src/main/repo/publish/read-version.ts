import type { RepoPath } from '../../../shared/domain/repo-path.ts'
import { spawnGit } from '../git/spawn-git.ts'

const commitId = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/
const deadline = 60_000

/**
 * A file's bytes as one commit holds them; null where it holds no plain file there, or a bigger one than `largest`. Runs
 * ls-tree and cat-file only, so it may be used on any site.
 */
export async function readVersion(
  root: string,
  { path, commit, largest }: { path: RepoPath; commit: string; largest: number },
): Promise<Uint8Array | null> {
  if (!commitId.test(commit)) return null
  const listed = await spawnGit(root, ['ls-tree', '-z', '-l', commit, '--', path], { deadline })
  const [head = '', name] = listed.stdout.toString('utf8').split('\0')[0]?.split('\t') ?? []
  const [mode = '', type, id = '', size] = head.split(/ +/)
  const isFile = mode.startsWith('100') && type === 'blob' && name === path
  if (listed.code !== 0 || !isFile || !(Number(size) <= largest)) return null
  const done = await spawnGit(root, ['cat-file', 'blob', id], { deadline })
  return done.code === 0 ? done.stdout : null
}
