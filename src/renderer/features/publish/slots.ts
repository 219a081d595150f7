import type { ReactNode } from 'react'
import type { Comparison } from '../../../shared/ipc/publish-calls.ts'

/** What two versions of a file are shown by; another feature's, so the app hands it in. */
export interface ComparisonSlots {
  /** A pane with title, views and steps from change to change. */
  readonly renderComparison: (props: {
    readonly title: string
    readonly comparison: Comparison
    readonly siteId: string
    readonly actions: ReactNode
  }) => ReactNode
  /** A few blocks with what changed marked. */
  readonly renderMarked: (props: {
    readonly siteId: string
    readonly path: string
    readonly before: string
    readonly after: string
  }) => ReactNode
}
