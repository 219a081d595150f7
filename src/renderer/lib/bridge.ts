import type { Reply } from '../../shared/ipc/app-error.ts'

/** What the preload script puts into the window: the only way out of the page. */
export interface Bridge {
  invoke(name: string, input: unknown): Promise<Reply>
  /** Answers with the function that ends the subscription. */
  subscribe(event: string, listener: (payload: unknown) => void): () => void
}

declare global {
  interface Window {
    bridge: Bridge
  }
}
