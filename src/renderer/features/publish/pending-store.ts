import { create } from 'zustand'
import type { Input } from '../../../shared/ipc/contract.ts'

/** The publish that waits for a decision, so that it goes on under its own summary. */
export const usePending = create<{
  readonly input: Input<'publish.run'> | null
  set(input: Input<'publish.run'> | null): void
}>()((set) => ({ input: null, set: (input) => set({ input }) }))
