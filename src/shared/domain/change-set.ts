import type { RepoPath } from './repo-path.ts'

/** One file's change. `write` carries the whole new text or bytes. */
export type Change =
  | { readonly kind: 'write'; readonly path: RepoPath; readonly content: string | Uint8Array }
  | { readonly kind: 'move'; readonly from: RepoPath; readonly to: RepoPath }
  | { readonly kind: 'delete'; readonly path: RepoPath }

/** Everything one user action does to a site; applied as one step and undone as one step. */
export interface ChangeSet {
  /** What the user did, in words: “Rename harbour.jpg”. */
  readonly summary: string
  readonly changes: readonly Change[]
}
