import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { RepoPath } from '../../../shared/domain/repo-path.ts'
import type { Git } from '../git/git.ts'
import type { TreeEntry } from './snapshot.ts'

/** What git's index says of a path: the content last seen in the folder, and how the file looked then. */
export interface IndexEntry extends TreeEntry {
  readonly bytes: number
  /** Modification time; NaN where it proves nothing. */
  readonly changedMs: number
  /** Kept out of the folder on purpose. */
  readonly skipped: boolean
}

const line =
  /(\d{6}) ([0-9a-f]+) (\d)\t([^\0]+)\0 {2}ctime: \d+:\d+\n {2}mtime: (\d+):(\d+)\n {2}dev: [^\n]*\n {2}uid: [^\n]*\n {2}size: (\d+)\tflags: ([0-9a-f]+)\n/g

const skipWorktree = 1 << 30
/** A command line holds no more than some paths. */
const mostNamed = 50

/** When the index was last written; a file as young as it may have changed again since. */
async function writtenMs(root: string): Promise<number> {
  const stats = await stat(join(root, '.git/index')).catch(() => null)
  return stats?.mtimeMs ?? 0
}

/**
 * Reads the index without looking at any file of the folder, so that no filter is asked. Entries that a newer git would
 * print otherwise are left out: their files are read instead. With `paths`, others may be left out.
 */
export async function readIndex(
  git: Git,
  paths: readonly RepoPath[] = [],
): Promise<ReadonlyMap<RepoPath, IndexEntry>> {
  const before = await writtenMs(git.root)
  const only = paths.length > 0 && paths.length <= mostNamed ? ['--', ...paths] : []
  const output = await git.bytes(['ls-files', '--stage', '--debug', '-z', ...only])
  const entries = new Map<RepoPath, IndexEntry>()
  for (const match of output.toString('utf8').matchAll(line)) {
    const [, mode = '', id = '', stage, path = '', seconds, nanos, size, flags = '0'] = match
    if (stage !== '0') continue
    const changedMs = Number(seconds) * 1000 + Number(nanos) / 1e6
    entries.set(path, {
      mode,
      id,
      bytes: Number(size),
      changedMs: changedMs > 0 && changedMs < before ? changedMs : Number.NaN,
      skipped: (Number.parseInt(flags, 16) & skipWorktree) !== 0,
    })
  }
  return entries
}

/** Whether a file is as the index last saw it. Times are compared as exactly as Node tells them. */
export function isAsSeen(
  entry: IndexEntry | undefined,
  file: { readonly bytes: number; readonly changedMs: number },
): boolean {
  return (
    entry !== undefined &&
    entry.bytes === file.bytes &&
    Math.abs(entry.changedMs - file.changedMs) < 0.002
  )
}
