import type { ChangeSet } from '../../shared/domain/change-set.ts'
import type { RepoPath } from '../../shared/domain/repo-path.ts'
import type { SiteInfo } from '../../shared/ipc/app-calls.ts'
import type { Draft, SaveResult } from '../../shared/ipc/page-calls.ts'

/** A file's bytes and their SHA-256 in hex. */
export interface FileBytes {
  readonly bytes: Uint8Array
  readonly sha: string
}

/** The one door to a site's content. Nobody above it names a path of the file system. */
export interface SiteFiles {
  /** Every file a site consists of: tracked or not, without `.git` and ignored files. */
  list(): Promise<readonly { readonly path: RepoPath; readonly bytes: number }[]>
  /** Fails with `not-found`. */
  read(path: RepoPath): Promise<FileBytes>
  /** Atomic; only if the file still has `baseSha` (null: only if it is not there). */
  write(path: RepoPath, content: string | Uint8Array, baseSha: string | null): Promise<SaveResult>
  /** Applies a plan as one step; on failure everything is put back. The answer undoes it. */
  apply(plan: ChangeSet): Promise<ChangeSet>
  /** The real path on disk for reading, checked to be inside the site; null where it is not a plain file there. */
  locate(path: RepoPath): Promise<string | null>
  /** Calls back with paths changed on disk; `outside` when it was not Galley. Returns the stop function. */
  watch(listener: (paths: readonly RepoPath[], outside: boolean) => void): () => void
}

/** Unsaved words, kept outside the site until their file is written. */
export interface Journal {
  put(
    path: RepoPath,
    draft: { readonly baseSha: string; readonly text: string; readonly seq: number },
  ): Promise<void>
  get(path: RepoPath): Promise<Draft | null>
  forget(path: RepoPath): Promise<void>
  list(): Promise<readonly RepoPath[]>
}

/** One open site: what every handler of a window works on. */
export interface SiteSession {
  readonly info: SiteInfo
  /** Real absolute path of the top folder. */
  readonly root: string
  readonly files: SiteFiles
  readonly journal: Journal
  /** Stops watching and waits for writes under way. */
  close(): Promise<void>
}
