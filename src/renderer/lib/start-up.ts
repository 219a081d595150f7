import { useSyncExternalStore } from 'react'

/** Longer than any page takes to be shown. */
const longestMs = 1500

let under = false
const listeners = new Set<() => void>()

/** Until the first page is on the screen, only what it needs is asked for; what else the window shows comes after it. */
export function beginStartUp(): void {
  under = true
  setTimeout(endStartUp, longestMs)
}

/** To be called when what the window opened with is there. */
export function endStartUp(): void {
  if (!under) return
  under = false
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether what can wait may be asked for. */
export const useStartUpOver = (): boolean => useSyncExternalStore(subscribe, () => !under)
