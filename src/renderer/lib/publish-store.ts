import { create } from 'zustand'

/** What the last publish came to, for the status bar; null until there was one. */
export type PublishOutcome =
  | { readonly kind: 'publishing' }
  | { readonly kind: 'published'; readonly count: number }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'clash'; readonly count: number }
  | { readonly kind: 'refused'; readonly words: string }

interface PublishWindow {
  readonly dialog: 'none' | 'publish' | 'resolve'
  readonly outcome: PublishOutcome | null
  openPublish(): void
  openResolve(): void
  close(): void
  setOutcome(outcome: PublishOutcome | null): void
}

/** Which publishing dialog is open, and what the last publish came to. */
export const usePublish = create<PublishWindow>()((set) => ({
  dialog: 'none',
  outcome: null,
  openPublish: () => set({ dialog: 'publish' }),
  openResolve: () => set({ dialog: 'resolve' }),
  close: () => set({ dialog: 'none' }),
  setOutcome: (outcome) => set({ outcome }),
}))
