import { AppError } from '../../shared/ipc/app-error.ts'

export interface Patience {
  /** The user's own wish to end it. */
  readonly signal: AbortSignal
  /** Milliseconds without a sign of life after which it is given up. */
  readonly silence: number
}

export interface Watch {
  readonly signal: AbortSignal
  /** As long as a timer can be: what is heard of may take as long as it needs. */
  readonly deadline: number
  heard(): void
}

/** Does a task that may take any time as long as it is heard of. Throws `offline` where it falls silent. */
export async function untilSilent<T>(
  { signal, silence }: Patience,
  task: (watch: Watch) => Promise<T>,
): Promise<T> {
  const end = new AbortController()
  const stop = () => end.abort()
  let silent = false
  const onSilence = () => {
    silent = true
    stop()
  }
  let timer = setTimeout(onSilence, silence)
  signal.addEventListener('abort', stop)
  try {
    const result = await task({
      signal: end.signal,
      deadline: 2 ** 31 - 1,
      heard() {
        clearTimeout(timer)
        timer = setTimeout(onSilence, silence)
      },
    })
    if (silent)
      throw new AppError(
        'offline',
        'Nothing was heard from the other side for a long time, so it was given up. Nothing was left behind. Check your connection, then try again.',
      )
    return result
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
  }
}
