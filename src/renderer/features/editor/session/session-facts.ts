import type { PageStore, SaveState } from './save-loop.ts'
import type { StepFollower } from './step-follower.ts'

/** The ways to look at a page. */
export type PageView = 'write' | 'source' | 'preview'

/** What the screens around the editor need to know of a page; replaced, never changed. */
export interface SessionFacts {
  readonly view: PageView
  readonly save: SaveState
  readonly front: string
  /** The whole text while it is edited as source; null while it is written in place. */
  readonly source: string | null
  /** The whole text that is looked at; null outside of the preview. */
  readonly preview: string | null
  /** A sentence about the page (draft brought back, source only, read-only). */
  readonly notice: string | null
  readonly readOnly: boolean
  /** Whether the page can be shown for writing at all. */
  readonly writable: boolean
}

/** What a page needs of the window and the site it is open in. */
export interface SessionDeps {
  readonly store: PageStore
  readonly mediaUrl: (src: string) => string | null
  /** Whether the site is edited with Isomer, too. */
  readonly isIsomer: () => boolean
  /** Makes the page's text of its steps, in a worker. */
  readonly follower: (source: string) => StepFollower
}
