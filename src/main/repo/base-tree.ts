import { join } from 'node:path'
import type { RepoPath } from '../../shared/domain/repo-path.ts'
import { AppError } from '../../shared/ipc/app-error.ts'
import { spawnGit } from './git/spawn-git.ts'
import { headCommit } from './head-commit.ts'

const deadline = 60_000

/** The committed state a site's folder stands on: paths with the ids of their contents. */
export interface BaseTree {
  /** Plain committed files in git's order; empty before the first commit. Links and submodules are left out. */
  files(): Promise<ReadonlyMap<RepoPath, string>>
  /** A content's bytes by its id. */
  blob(id: string): Promise<Uint8Array>
  /** Sizes in bytes by id; unknown ids are left out. */
  sizes(ids: readonly string[]): Promise<ReadonlyMap<string, number>>
}

async function ask(root: string, args: readonly string[], input?: string): Promise<Buffer | null> {
  const done = await spawnGit(root, args, {
    deadline,
    ...(input === undefined ? {} : { input }),
  })
  return done.code === 0 ? done.stdout : null
}

/** Reads `ls-tree -r -z`: `<mode> <type> <id>\t<path>\0`. Names that are no UTF-8 are left out: nobody can type them. */
function readTree(output: Buffer): ReadonlyMap<RepoPath, string> {
  const files = new Map<RepoPath, string>()
  for (const line of output.toString('utf8').split('\0')) {
    const tab = line.indexOf('\t')
    const [mode = '', , id = ''] = line.slice(0, tab).split(' ')
    const path = line.slice(tab + 1)
    if (mode.startsWith('100') && !path.includes('\ufffd')) files.set(path, id)
  }
  return files
}

interface KnownTree {
  /** The commit it belongs to; null where only git could tell. */
  readonly commit: string | null
  readonly tree: string
  readonly files: ReadonlyMap<RepoPath, string>
}

/** The committed state of the repository at `root`, read anew when it has moved. Runs rev-parse, ls-tree and cat-file only. */
export function openBaseTree(root: string): BaseTree {
  let known: KnownTree | null = null
  let asking: Promise<ReadonlyMap<RepoPath, string>> | null = null

  async function readFiles(): Promise<ReadonlyMap<RepoPath, string>> {
    const commit = await headCommit(join(root, '.git'))
    if (commit !== null && known?.commit === commit) return known.files
    const which = `${commit ?? 'HEAD'}^{tree}`
    const head = await ask(root, ['rev-parse', '--verify', '--quiet', which])
    if (head === null) return new Map()
    const tree = head.toString().trim()
    if (known?.tree === tree) {
      known = { ...known, commit }
      return known.files
    }
    const output = await ask(root, ['ls-tree', '-r', '-z', tree])
    if (output === null)
      throw new AppError('git', 'The site’s history could not be read. Its files are untouched.')
    known = { commit, tree, files: readTree(output) }
    return known.files
  }

  return {
    files() {
      asking ??= readFiles().finally(() => {
        asking = null
      })
      return asking
    },
    async blob(id) {
      const bytes = await ask(root, ['cat-file', 'blob', id])
      if (bytes === null)
        throw new AppError('git', 'A file could not be read from the site’s history.')
      return bytes
    },
    async sizes(ids) {
      if (ids.length === 0) return new Map()
      const output = await ask(
        root,
        ['cat-file', '--batch-check=%(objectname) %(objectsize)'],
        `${ids.join('\n')}\n`,
      )
      const lines = (output?.toString() ?? '').split('\n').map((line) => line.split(' '))
      return new Map(
        lines.flatMap(([id = '', size]) => (/^\d+$/.test(size ?? '') ? [[id, Number(size)]] : [])),
      )
    },
  }
}
