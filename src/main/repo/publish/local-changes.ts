import type { RepoPath } from '../../../shared/domain/repo-path.ts'
import { measureFiles } from '../file-list.ts'
import type { FileBytes, ListedFile } from '../site-session.ts'
import { type IndexEntry, isAsSeen, readIndex } from './index-entries.ts'
import {
  compareBytes,
  type FolderReader,
  judgeFile,
  type LocalChange,
  type Verdict,
} from './judge-file.ts'
import { isPlainFile, type Snapshot, type TreeEntry } from './snapshot.ts'

interface Remembered {
  readonly bytes: number
  readonly changedMs: number
  readonly baseId: string | null
  readonly verdict: Verdict
}

const lanes = 8
/** A file as young as this may change again without its time showing it. */
const unsureMs = 3000

async function inLanes<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items]
  const lane = async () => {
    for (let item = queue.pop(); item !== undefined; item = queue.pop()) await work(item)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

/** What does not depend on the state compared with. */
type ReaderParts = Omit<FolderReader, 'mayPoint'>

function readerFor(parts: ReaderParts, { files }: Snapshot): FolderReader {
  const mayPoint = [...files.keys()].some((path) => path.endsWith('.gitattributes'))
  return { ...parts, mayPoint }
}

/** Reads a file only if it may have changed since it was last read. */
function judgeOnce() {
  const remembered = new Map<RepoPath, Remembered>()
  return async (
    reader: FolderReader,
    listed: ListedFile,
    base: TreeEntry | null,
  ): Promise<Verdict> => {
    const { path, bytes, changedMs } = listed
    const baseId = base?.id ?? null
    const known = remembered.get(path)
    if (known?.bytes === bytes && known.changedMs === changedMs && known.baseId === baseId)
      return known.verdict
    const startedMs = Date.now()
    const verdict = await judgeFile(reader, listed, base)
    if (changedMs < startedMs - unsureMs)
      remembered.set(path, { bytes, changedMs, baseId, verdict })
    return verdict
  }
}

/** Files kept beside the repository: their edits are known, all others are as committed. */
async function changedBeside(
  reader: FolderReader,
  edited: ReadonlyMap<RepoPath, FileBytes | null>,
  snapshot: Pick<Snapshot, 'files'>,
): Promise<Verdict[]> {
  return Promise.all(
    [...edited].map(async ([path, file]): Promise<Verdict> => {
      const base = snapshot.files.get(path) ?? null
      if (file) return compareBytes(reader, path, { file, base, mode: base?.mode ?? '100644' })
      return base ? { path, base, now: null, problem: null } : 'same'
    }),
  )
}

interface Folder {
  readonly listed: readonly ListedFile[]
  readonly index: ReadonlyMap<RepoPath, IndexEntry>
  readonly edited: ReadonlyMap<RepoPath, FileBytes | null>
}

/** Files whose index entry does not already prove them unchanged. */
function unsureOf({ listed, index }: Folder, snapshot: Snapshot): readonly ListedFile[] {
  return listed.filter((file) => {
    const base = snapshot.files.get(file.path)
    const seen = index.get(file.path)
    if (file.changedMs === 0 || (base && !isPlainFile(base))) return false
    return !(base && seen?.id === base.id && isAsSeen(seen, file))
  })
}

/** Committed files that are neither in the folder nor kept out of it on purpose. */
function missingOf({ listed, index, edited }: Folder, snapshot: Snapshot): readonly RepoPath[] {
  const there = new Set(listed.map(({ path }) => path))
  return [...snapshot.files].flatMap(([path, entry]) => {
    const accounted = there.has(path) || edited.has(path) || index.get(path)?.skipped === true
    return accounted || !isPlainFile(entry) ? [] : [path]
  })
}

/** What the folder has at one path that is not an ordinary file of it: a file kept beside it, or nothing. */
async function changeAway(
  reader: FolderReader,
  path: RepoPath,
  { base, edited }: { base: TreeEntry | null; edited: ReadonlyMap<RepoPath, FileBytes | null> },
): Promise<Verdict> {
  const known = edited.get(path)
  if (known !== undefined) {
    const snapshot = { files: new Map(base ? [[path, base]] : []) }
    return (await changedBeside(reader, new Map([[path, known]]), snapshot))[0] ?? 'same'
  }
  if (!base || !isPlainFile(base)) return 'same'
  const file = await reader.files.read(path).catch(() => null)
  // Kept beside the folder and not edited, or kept out of it on purpose by somebody else.
  if (file) return compareBytes(reader, path, { file, base, mode: base.mode })
  const skipped = (await readIndex(reader.git)).get(path)?.skipped === true
  return skipped ? 'same' : { path, base, now: null, problem: null }
}

/** Reads what differs at some paths only, without looking at the rest of the folder. */
export async function changesAt(
  parts: ReaderParts,
  snapshot: Snapshot,
  paths: Iterable<RepoPath>,
): Promise<readonly LocalChange[]> {
  const reader = readerFor(parts, snapshot)
  const edited = await reader.files.editedOutOfFolder()
  const verdicts: Verdict[] = []
  await inLanes([...paths], async (path) => {
    const base = snapshot.files.get(path) ?? null
    const located = await reader.files.locate(path).catch(() => null)
    const [listed] = located === null ? [] : await measureFiles(reader.git.root, [path])
    if (!listed) verdicts.push(await changeAway(reader, path, { base, edited }))
    else if (!base || isPlainFile(base)) verdicts.push(await judgeFile(reader, listed, base))
  })
  return sorted(verdicts)
}

function sorted(verdicts: readonly Verdict[]): readonly LocalChange[] {
  return verdicts
    .filter((verdict) => verdict !== 'same')
    .toSorted((one, two) => (one.path < two.path ? -1 : 1))
}

/** Reads what differs between a folder and committed states; remembers files that it had to read. */
export function openFolderReader(parts: ReaderParts) {
  const { git, files } = parts
  const judge = judgeOnce()

  async function readFolder(): Promise<Folder> {
    const [listed, index, beside] = await Promise.all([
      files.list(),
      readIndex(git),
      files.editedOutOfFolder(),
    ])
    const there = new Set(listed.flatMap(({ path, changedMs }) => (changedMs > 0 ? [path] : [])))
    return { listed, index, edited: new Map([...beside].filter(([path]) => !there.has(path))) }
  }

  return async function read(snapshot: Snapshot): Promise<readonly LocalChange[]> {
    const reader = readerFor(parts, snapshot)
    const folder = await readFolder()
    const verdicts = await changedBeside(reader, folder.edited, snapshot)
    const missing = missingOf(folder, snapshot)
    // Not listed because git ignores them by now; they are there all the same.
    const hidden = await measureFiles(git.root, missing)
    await inLanes([...unsureOf(folder, snapshot), ...hidden], async (file) => {
      verdicts.push(await judge(reader, file, snapshot.files.get(file.path) ?? null))
    })
    const found = new Set(hidden.map(({ path }) => path))
    for (const path of missing) {
      const base = snapshot.files.get(path) ?? null
      if (!found.has(path)) verdicts.push({ path, base, now: null, problem: null })
    }
    return sorted(verdicts)
  }
}
