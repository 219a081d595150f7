/** Does one piece of work at a time, in the order asked; a failed one does not stop the next. */
export interface WorkQueue {
  run<T>(work: () => Promise<T>): Promise<T>
  /** Resolves when everything asked so far is done. */
  idle(): Promise<void>
}

export function createQueue(): WorkQueue {
  let last: Promise<unknown> = Promise.resolve()
  return {
    run(work) {
      const mine = last.then(work)
      last = mine.catch(() => undefined)
      return mine
    },
    idle: async () => {
      await last
    },
  }
}
