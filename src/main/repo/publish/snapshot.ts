import type { RepoPath } from '../../../shared/domain/repo-path.ts'
import type { Git } from '../git/git.ts'

/** What a tree holds under one name: git's mode (`100644`, `040000`, …) and the content's id. */
export interface TreeEntry {
  readonly mode: string
  readonly id: string
}

/** One committed state of a site: its files by path, and its folders as they are kept. */
export interface Snapshot {
  readonly commit: string | null
  /** Files, links and submodules. Names that are no UTF-8 are left out here, and kept in `folders`. */
  readonly files: ReadonlyMap<RepoPath, TreeEntry>
  /** Entries by folder (`''`: the top) and name, both as bytes in Latin-1: names need not be UTF-8. */
  readonly folders: ReadonlyMap<string, ReadonlyMap<string, TreeEntry>>
}

const noFolders: Snapshot['folders'] = new Map([['', new Map()]])

/** The state before the first commit. */
const emptySnapshot: Snapshot = { commit: null, files: new Map(), folders: noFolders }

/** A path as the bytes that git keeps, in Latin-1. */
export function toByteText(path: string): string {
  return Buffer.from(path, 'utf8').toString('latin1')
}

function toPath(bytes: string): RepoPath | null {
  if (!/[\x80-\xff]/.test(bytes)) return bytes
  const path = Buffer.from(bytes, 'latin1').toString('utf8')
  return toByteText(path) === bytes ? path : null
}

function childrenIn(folders: Map<string, Map<string, TreeEntry>>, folder: string) {
  const known = folders.get(folder)
  if (known) return known
  const made = new Map<string, TreeEntry>()
  folders.set(folder, made)
  return made
}

/** Whether an entry is an ordinary file: links and submodules are never edited. */
export function isPlainFile({ mode }: TreeEntry): boolean {
  return mode.startsWith('100')
}

/** Reads the whole tree of a commit with one command. */
export async function readSnapshot(git: Git, commit: string | null): Promise<Snapshot> {
  if (commit === null) return emptySnapshot
  const output = await git.bytes(['ls-tree', '-r', '-t', '-z', commit])
  const files = new Map<RepoPath, TreeEntry>()
  const folders = new Map<string, Map<string, TreeEntry>>([['', new Map()]])
  for (const line of output.toString('latin1').split('\0')) {
    const tab = line.indexOf('\t')
    if (tab < 0) continue
    const [mode = '', type, id = ''] = line.slice(0, tab).split(' ')
    const bytes = line.slice(tab + 1)
    const cut = bytes.lastIndexOf('/')
    childrenIn(folders, cut < 0 ? '' : bytes.slice(0, cut)).set(bytes.slice(cut + 1), { mode, id })
    if (type === 'tree') continue
    const path = toPath(bytes)
    if (path !== null) files.set(path, { mode, id })
  }
  return { commit, files, folders }
}

/** Keeps the last states read: the plan, the publish and the next plan ask for the same ones. */
export function rememberSnapshots(git: Git) {
  const known = new Map<string | null, Promise<Snapshot>>()
  return (commit: string | null): Promise<Snapshot> => {
    const old = known.get(commit)
    if (old !== undefined) return old
    const made = readSnapshot(git, commit)
    known.set(commit, made)
    made.catch(() => known.delete(commit))
    for (const key of known.keys()) if (known.size > 4) known.delete(key)
    return made
  }
}
