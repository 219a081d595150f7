import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import type { RepoPath } from '../../../shared/domain/repo-path.ts'
import { AppError } from '../../../shared/ipc/app-error.ts'
import type { Git } from '../git/git.ts'
import type { FileBytes, ListedFile, SiteFiles } from '../site-session.ts'
import { blobSizes, type IdLength, objectId, readBlobs } from './git-objects.ts'
import { hasLineFeedsOnly, withLineFeeds } from './line-ends.ts'
import type { TreeEntry } from './snapshot.ts'

/** A file as it would be published. */
export interface FileState extends TreeEntry {
  readonly bytes: number
  /** SHA-256 of the bytes in the folder; '' where they were not read. */
  readonly sha: string
  /** CRLF in the folder, LF in the site: turned back when it is published. */
  readonly turnsToLineFeeds: boolean
}

/** One path at which the folder differs from a committed state. */
export interface LocalChange {
  readonly path: RepoPath
  readonly base: TreeEntry | null
  readonly now: FileState | null
  /** Why it cannot be published, in words. */
  readonly problem: string | null
}

/** What comparing one file came to. */
export type Verdict = LocalChange | 'same'

/** Where files are read from and compared. */
export interface FolderReader {
  readonly git: Git
  readonly files: SiteFiles
  readonly idLength: IdLength
  /** Whether files may be kept in storage for large files: only where the site has attributes that say so. */
  readonly mayPoint: boolean
}

/** A server such as GitHub's takes no file of this size. */
const largestFile = 100 * 1024 * 1024
const tooBig =
  'It is 100 MB or bigger, which the site’s server does not take. Make it smaller first.'
const aLink = 'It is a link to another file. Another program must publish it.'
const inLargeStorage =
  'It is kept in the site’s storage for large files. Another program must publish it.'

/** A pointer of large-file storage is never longer. */
const longestPointer = 400

function isPointer(bytes: Uint8Array): boolean {
  return (
    bytes.length <= longestPointer &&
    Buffer.from(bytes).toString().startsWith('version https://git-lfs')
  )
}

async function isSmall(git: Git, { id }: TreeEntry): Promise<boolean> {
  return ((await blobSizes(git, [id])).get(id) ?? 0) <= longestPointer
}

interface Compared {
  readonly file: FileBytes
  readonly base: TreeEntry | null
  readonly mode: string
}

/** Compares a file's bytes with its committed version; line ends alone are no difference. */
export async function compareBytes(
  { git, idLength, mayPoint }: FolderReader,
  path: RepoPath,
  { file, base, mode }: Compared,
): Promise<Verdict> {
  const lines = withLineFeeds(file.bytes)
  const now: FileState = {
    mode,
    id: objectId('blob', file.bytes, idLength),
    bytes: file.bytes.length,
    sha: file.sha,
    turnsToLineFeeds: false,
  }
  const change: LocalChange = { path, base, now, problem: null }
  if (base === null) return change
  const turned: FileState =
    lines === file.bytes
      ? now
      : { ...now, id: objectId('blob', lines, idLength), turnsToLineFeeds: true }
  if (now.id === base.id || turned.id === base.id) return 'same'
  // The committed bytes tell something only of a text with CRLF, and where they are a pointer.
  if (turned === now && !(mayPoint && (await isSmall(git, base)))) return change
  const committed = (await readBlobs(git, [base.id])).get(base.id) ?? new Uint8Array()
  if (isPointer(committed)) {
    const same = Buffer.from(committed).toString().includes(`sha256:${file.sha}\n`)
    return same ? 'same' : { ...change, problem: inLargeStorage }
  }
  return hasLineFeedsOnly(committed) ? { ...change, now: turned } : change
}

/** A file that need not or must not be read: why. */
async function unreadable(
  root: string,
  listed: ListedFile,
  base: TreeEntry | null,
): Promise<{ readonly mode: string } | Verdict> {
  const { path, bytes } = listed
  const own = await lstat(join(root, path)).catch(() => null)
  const mode = base?.mode ?? (own && own.mode & 0o100 ? '100755' : '100644')
  const now: FileState = { mode, id: '', bytes, sha: '', turnsToLineFeeds: false }
  if (own?.isSymbolicLink()) return base ? { path, base, now, problem: aLink } : 'same'
  if (bytes >= largestFile && base === null) return { path, base, now, problem: tooBig }
  return { mode }
}

/** Compares one file of the folder with its committed version by reading it. */
export async function judgeFile(
  reader: FolderReader,
  listed: ListedFile,
  base: TreeEntry | null,
): Promise<Verdict> {
  const { path, bytes } = listed
  const first = await unreadable(reader.git.root, listed, base)
  if (first === 'same' || 'path' in first) return first
  const { mode } = first
  try {
    const file = await reader.files.read(path)
    const verdict = await compareBytes(reader, path, { file, base, mode })
    return verdict !== 'same' && bytes >= largestFile ? { ...verdict, problem: tooBig } : verdict
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const gone = error.code === 'not-found'
    if (gone) return base ? { path, base, now: null, problem: null } : 'same'
    const now: FileState = { mode, id: '', bytes, sha: '', turnsToLineFeeds: false }
    return { path, base, now, problem: error.message }
  }
}
