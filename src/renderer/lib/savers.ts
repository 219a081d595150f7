/** Puts everything it knows of on disk; must not ask anything. */
export type Saver = () => Promise<void>

const savers = new Set<Saver>()
const typing = new Set<() => void>()

function registered<T>(set: Set<T>, entry: T): () => void {
  set.add(entry)
  return () => set.delete(entry)
}

/** Whoever holds unsaved words registers here; call the answer to leave. */
export const registerSaver = (saver: Saver): (() => void) => registered(savers, saver)

/** A field whose last letters are not in its page yet hands them over when it is called. */
export const registerTyping = (settle: () => void): (() => void) => registered(typing, settle)

/** The last letters of every field come into their pages now. */
export function settleTyping(): void {
  for (const settle of typing) settle()
}

/** Before a publish and before the window closes. One saver's failure does not stop the others. */
export async function saveAll(): Promise<void> {
  settleTyping()
  const results = await Promise.allSettled([...savers].map((save) => save()))
  const failed = results.find((r) => r.status === 'rejected')
  if (failed) throw failed.reason
}
