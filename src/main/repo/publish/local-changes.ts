import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import type { RepoPath } from '../../../shared/domain/repo-path.ts'
import { AppError } from '../../../shared/ipc/app-error.ts'
import { measureFiles } from '../file-list.ts'
import type { Git } from '../git/git.ts'
import type { FileBytes, ListedFile, SiteFiles } from '../site-session.ts'
import { type IdLength, objectId, readBlobs } from './git-objects.ts'
import { isAsSeen, readIndex } from './index-entries.ts'
import { hasLineFeedsOnly, withLineFeeds } from './line-ends.ts'
import { isPlainFile, type Snapshot, type TreeEntry } from './snapshot.ts'

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

/** A server such as GitHub's takes no file of this size. */
const largestFile = 100 * 1024 * 1024
const tooBig =
  'It is 100 MB or bigger, which the site’s server does not take. Make it smaller first.'
const aLink = 'It is a link to another file. Another program must publish it.'

type Verdict = LocalChange | 'same'

interface Remembered {
  readonly bytes: number
  readonly changedMs: number
  readonly baseId: string | null
  readonly verdict: Verdict
}

export interface FolderReader {
  readonly git: Git
  readonly files: SiteFiles
  readonly idLength: IdLength
}

const lanes = 8

async function inLanes<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items]
  const lane = async () => {
    for (let item = queue.pop(); item !== undefined; item = queue.pop()) await work(item)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

const isPointer = (bytes: Uint8Array) =>
  bytes.length < 400 && Buffer.from(bytes).toString().startsWith('version https://git-lfs')

/** Reads what differs between a folder and committed states; remembers files that it had to read. */
export function openFolderReader({ git, files, idLength }: FolderReader) {
  const remembered = new Map<RepoPath, Remembered>()

  function stateOf(file: FileBytes, { mode, plain }: { mode: string; plain: boolean }): FileState {
    const bytes = plain ? file.bytes : withLineFeeds(file.bytes)
    return {
      mode,
      id: objectId('blob', bytes, idLength),
      bytes: file.bytes.length,
      sha: file.sha,
      turnsToLineFeeds: !plain,
    }
  }

  async function compare(
    path: RepoPath,
    { file, base, mode }: { file: FileBytes; base: TreeEntry | null; mode: string },
  ): Promise<Verdict> {
    const now = stateOf(file, { mode, plain: true })
    if (base === null) return { path, base, now, problem: null }
    if (now.id === base.id) return 'same'
    const asLines = stateOf(file, { mode, plain: false })
    if (asLines.id === base.id) return 'same'
    if (asLines.id === now.id && file.bytes.length > 400) {
      // Not a text with CRLF; only a pointer of large-file storage could still stand for these bytes.
      const sizes = await git.bytes(['cat-file', '-s', base.id])
      if (Number(sizes.toString()) > 400) return { path, base, now, problem: null }
    }
    const committed = (await readBlobs(git, [base.id])).get(base.id)
    if (!committed) return { path, base, now, problem: null }
    if (isPointer(committed)) return pointed({ path, base, now, problem: null }, committed)
    const turned = asLines.id !== now.id && hasLineFeedsOnly(committed)
    return { path, base, now: turned ? asLines : now, problem: null }
  }

  function pointed(change: LocalChange, pointer: Uint8Array): Verdict {
    const text = Buffer.from(pointer).toString()
    if (change.now && text.includes(`sha256:${change.now.sha}\n`)) return 'same'
    return {
      ...change,
      problem: 'It is kept in the site’s storage for large files. Another program must publish it.',
    }
  }

  async function judge(listed: ListedFile, base: TreeEntry | null): Promise<Verdict> {
    const { path } = listed
    const own = await lstat(join(git.root, path)).catch(() => null)
    const mode = base?.mode ?? (own && own.mode & 0o100 ? '100755' : '100644')
    const unread: FileState = {
      mode,
      id: '',
      bytes: listed.bytes,
      sha: '',
      turnsToLineFeeds: false,
    }
    if (own?.isSymbolicLink())
      return base === null ? 'same' : { path, base, now: unread, problem: aLink }
    if (listed.bytes >= largestFile && base === null)
      return { path, base, now: unread, problem: tooBig }
    try {
      const verdict = await compare(path, { file: await files.read(path), base, mode })
      return verdict !== 'same' && listed.bytes >= largestFile
        ? { ...verdict, problem: tooBig }
        : verdict
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      if (error.code === 'not-found')
        return base ? { path, base, now: null, problem: null } : 'same'
      return { path, base, now: unread, problem: error.message }
    }
  }

  async function judgeOnce(listed: ListedFile, base: TreeEntry | null): Promise<Verdict> {
    const known = remembered.get(listed.path)
    const baseId = base?.id ?? null
    if (
      known?.bytes === listed.bytes &&
      known.changedMs === listed.changedMs &&
      known.baseId === baseId
    )
      return known.verdict
    const startedMs = Date.now()
    const verdict = await judge(listed, base)
    // A file as young as this may change again without showing it.
    if (listed.changedMs < startedMs - 3000)
      remembered.set(listed.path, { ...listed, baseId, verdict })
    return verdict
  }

  /** Files kept beside the repository: their edits are known, all others are as committed. */
  async function changedBeside(
    edited: ReadonlyMap<RepoPath, FileBytes | null>,
    snapshot: Snapshot,
  ): Promise<Verdict[]> {
    return Promise.all(
      [...edited].map(async ([path, file]): Promise<Verdict> => {
        const base = snapshot.files.get(path) ?? null
        if (file) return compare(path, { file, base, mode: base?.mode ?? '100644' })
        return base ? { path, base, now: null, problem: null } : 'same'
      }),
    )
  }

  return async function read(snapshot: Snapshot): Promise<readonly LocalChange[]> {
    const [listed, index, besides] = await Promise.all([
      files.list(),
      readIndex(git),
      files.editedOutOfFolder(),
    ])
    const inFolder = listed.filter(({ changedMs }) => changedMs > 0)
    const there = new Set(inFolder.map(({ path }) => path))
    const edited = new Map([...besides].filter(([path]) => !there.has(path)))
    const beside = new Set(listed.flatMap(({ path, changedMs }) => (changedMs > 0 ? [] : [path])))
    const unsure = inFolder.filter((file) => {
      const base = snapshot.files.get(file.path)
      const seen = index.get(file.path)
      return !(base && seen?.id === base.id && isAsSeen(seen, file))
    })
    const verdicts: Verdict[] = await changedBeside(edited, snapshot)
    await inLanes(unsure, async (file) => {
      const base = snapshot.files.get(file.path) ?? null
      if (!base || isPlainFile(base)) verdicts.push(await judgeOnce(file, base))
    })
    const missing = [...snapshot.files].flatMap(([path, entry]) =>
      isPlainFile(entry) &&
      !there.has(path) &&
      !beside.has(path) &&
      !edited.has(path) &&
      index.get(path)?.skipped !== true
        ? [path]
        : [],
    )
    const hidden = await measureFiles(git.root, missing)
    for (const file of hidden)
      verdicts.push(await judgeOnce(file, snapshot.files.get(file.path) ?? null))
    const found = new Set(hidden.map(({ path }) => path))
    for (const path of missing)
      if (!found.has(path))
        verdicts.push({ path, base: snapshot.files.get(path) ?? null, now: null, problem: null })
    return verdicts
      .filter((verdict) => verdict !== 'same')
      .toSorted((one, two) => (one.path < two.path ? -1 : 1))
  }
}
