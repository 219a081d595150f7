import type { Reply } from '../../shared/ipc/app-error.ts'

/** What the preload script puts into the window: the only way out of the page. */
export interface Bridge {
  invoke(name: string, input: unknown): Promise<Reply>
  /** Answers with the function that ends the subscription. */
  subscribe(event: string, listener: (payload: unknown) => void): () => void
  /** Where a file that was dropped on the window lies on disk; empty for one that is not on disk. */
  pathForFile(file: File): string
}

declare global {
  interface Window {
    bridge: Bridge
  }
}
