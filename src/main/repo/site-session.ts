import type { ChangeSet } from '../../shared/domain/change-set.ts'
import type { RepoPath } from '../../shared/domain/repo-path.ts'
import type { SiteInfo } from '../../shared/ipc/app-calls.ts'
import type { Draft, SaveResult } from '../../shared/ipc/page-calls.ts'
import type { PageHistories } from './page-history.ts'
import type { UndoRecord } from './undo-log.ts'

/** A file's bytes and their SHA-256 in hex. */
export interface FileBytes {
  readonly bytes: Uint8Array
  readonly sha: string
}

/** A file of the site as listed; `changedMs` is its modification time, 0 where it is not in the folder. */
export interface ListedFile {
  readonly path: RepoPath
  readonly bytes: number
  readonly changedMs: number
}

/** The one door to a site's content. Nobody above it names a path of the file system. */
export interface SiteFiles {
  /** Every file a site consists of: tracked or not, without `.git` and ignored files. */
  list(): Promise<readonly ListedFile[]>
  /** The first `limit` bytes of a file, or all of it. Fails with `not-found`. */
  readStart(path: RepoPath, limit: number): Promise<Uint8Array>
  /** Fails with `not-found`. */
  read(path: RepoPath): Promise<FileBytes>
  /** The bytes at the commit the folder stands on; null where the file is not in it. */
  published(path: RepoPath): Promise<Uint8Array | null>
  /** Atomic; only if the file still has `baseSha` (null: only if it is not there). */
  write(path: RepoPath, content: string | Uint8Array, baseSha: string | null): Promise<SaveResult>
  /** Applies a plan as one step; on failure, a kill included, everything is put back. The answer undoes it. */
  apply(plan: ChangeSet): Promise<AppliedPlan>
  /** What can be undone, also from earlier runs; the newest first. */
  undoable(): Promise<readonly UndoRecord[]>
  /** Takes an applied plan back, if its files are still as it left them (else `conflict`). The answer takes that back. */
  undo(id: string): Promise<AppliedPlan>
  /** Whether Galley itself left a file in this state (SHA-256; null: not there), in this run or an earlier one. */
  isOurs(path: RepoPath, sha: string | null): Promise<boolean>
  /** Edited files that cannot lie in the folder on this system; null: deleted. git knows nothing of their changes. */
  editedOutOfFolder(): Promise<ReadonlyMap<RepoPath, FileBytes | null>>
  /** The real path on disk for reading, checked to be inside the site; null where it is not a plain file there. */
  locate(path: RepoPath): Promise<string | null>
  /** Calls back with paths changed on disk; `outside` when it was not Galley. Returns the stop function. */
  watch(listener: (paths: readonly RepoPath[], outside: boolean) => void): () => void
}

/** The inverse of an applied plan, and the record it can be undone by after a restart. */
export interface AppliedPlan extends ChangeSet {
  readonly undo: string
}

/** Unsaved words, kept outside the site until their file is written. */
export interface Journal {
  put(
    path: RepoPath,
    draft: { readonly baseSha: string; readonly text: string; readonly seq: number },
  ): Promise<void>
  get(path: RepoPath): Promise<Draft | null>
  /** Drops a draft; with `saved`, only if it is still these words: newer ones may have come meanwhile. */
  forget(path: RepoPath, saved?: string): Promise<void>
  list(): Promise<readonly RepoPath[]>
}

/** One open site: what every handler of a window works on. */
export interface SiteSession {
  readonly info: SiteInfo
  /** Real absolute path of the top folder. */
  readonly root: string
  readonly files: SiteFiles
  readonly journal: Journal
  readonly histories: PageHistories
  /** The application's own folder for this site, outside it: caches and records. It may not exist yet. */
  readonly stateDir: string
  /** Looks for what other programs changed, now: when the window gets the focus. Listeners are told before it answers. */
  rescan(): Promise<void>
  /** Stops watching and waits for writes under way. */
  close(): Promise<void>
}
