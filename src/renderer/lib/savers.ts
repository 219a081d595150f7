/** Puts everything it knows of on disk; must not ask anything. */
export type Saver = () => Promise<void>

const savers = new Set<Saver>()

/** Whoever holds unsaved words registers here; call the answer to leave. */
export function registerSaver(saver: Saver): () => void {
  savers.add(saver)
  return () => savers.delete(saver)
}

/** Before a publish and before the window closes. One saver's failure does not stop the others. */
export async function saveAll(): Promise<void> {
  const results = await Promise.allSettled([...savers].map((save) => save()))
  const failed = results.find((r) => r.status === 'rejected')
  if (failed) throw failed.reason
}
