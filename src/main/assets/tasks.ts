/** A batch under way, as the handlers see it. */
export interface Task {
  /** Null: go on. Otherwise the user stopped it, and wants what is done kept or not. */
  stopped(): 'keep' | 'drop' | null
  /** Waits while the user has paused it. */
  ready(): Promise<void>
}

interface Running {
  stop: 'keep' | 'drop' | null
  paused: boolean
  /** Those that wait. */
  readonly waiting: (() => void)[]
}

const wake = ({ waiting }: Running): void => {
  for (const go of waiting.splice(0)) go()
}

/** Batches by the name the page gave them. */
export function createTasks() {
  const all = new Map<string, Running>()
  return {
    /** Runs one under a name. */
    async run<T>(name: string, work: (task: Task) => Promise<T>): Promise<T> {
      const own: Running = { stop: null, paused: false, waiting: [] }
      all.set(name, own)
      try {
        return await work({
          stopped: () => own.stop,
          async ready() {
            while (own.paused && own.stop === null)
              await new Promise<void>((resolve) => own.waiting.push(resolve))
          },
        })
      } finally {
        all.delete(name)
      }
    },
    stop(name: string, keepDone: boolean): void {
      const own = all.get(name)
      if (!own) return
      own.stop = keepDone ? 'keep' : 'drop'
      wake(own)
    },
    pause(name: string, paused: boolean): void {
      const own = all.get(name)
      if (!own) return
      own.paused = paused
      wake(own)
    },
  }
}
