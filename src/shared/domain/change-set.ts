import type { RepoPath } from './repo-path.ts'

/**
 * One file's change. `write` carries the whole new text or bytes; `was` is the SHA-256 of what it must find at the
 * path, where the plan was made from it; null: no file.
 */
export type Change =
  | {
      readonly kind: 'write'
      readonly path: RepoPath
      readonly content: string | Uint8Array
      readonly was?: string | null | undefined
    }
  | { readonly kind: 'move'; readonly from: RepoPath; readonly to: RepoPath }
  | { readonly kind: 'delete'; readonly path: RepoPath; readonly was?: string | undefined }

/** Everything one user action does to a site; applied as one step and undone as one step. */
export interface ChangeSet {
  /** What the user did, in words: “Rename harbour.jpg”. */
  readonly summary: string
  readonly changes: readonly Change[]
}
