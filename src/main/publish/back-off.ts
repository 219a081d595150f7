/** Timers as the system has them; tests hand in ones that they move on themselves. */
export interface Clock {
  after(ms: number, work: () => void): () => void
  random(): number
}

export const systemClock: Clock = {
  after(ms, work) {
    const timer = setTimeout(work, ms)
    // A look that is still to come keeps nobody from quitting.
    timer.unref()
    return () => clearTimeout(timer)
  },
  random: Math.random,
}

/** No wait between two looks is longer, a fifth apart. */
export const longestWaitMs = 15 * 60_000
const first = 5_000

/** How long to wait after so many failures in a row: 5 s doubled up to 15 min, a fifth more or less. */
export function backOffMs(failures: number, random: number): number {
  const plain = Math.min(longestWaitMs, first * 2 ** Math.max(0, failures - 1))
  return Math.round(plain * (0.8 + 0.4 * random))
}
